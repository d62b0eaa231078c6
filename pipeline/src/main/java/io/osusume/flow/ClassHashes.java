package io.osusume.flow;

import io.osusume.artifact.Hashes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The code of a running program, a hash a package, so that a stage runs again when the code it uses
/// changed and only
/// then. Of jars only the table of contents is read, which has a checksum of each class.
public final class ClassHashes {
    private final SortedMap<String, SortedMap<String, String>> classes = new TreeMap<>();

    private ClassHashes() {}

    /// Looks through a class path.
    ///
    /// @param classPath folders and jars, as the property `java.class.path` has them
    /// @param root the packages that are looked at begin with this, such as `io.osusume`
    /// @param jars how names of jars begin that may hold such packages
    public static ClassHashes of(String classPath, String root, String jars) throws IOException {
        ClassHashes hashes = new ClassHashes();
        String prefix = root.replace('.', '/') + "/";
        for (String place : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            if (Files.isDirectory(path.resolve(prefix)) && !place.contains("test-classes")) {
                hashes.addFolder(path, prefix);
            } else if (String.valueOf(path.getFileName()).startsWith(jars)
                    && place.endsWith(".jar")
                    && !place.endsWith("-tests.jar")) {
                hashes.addJar(path, prefix);
            }
        }
        return hashes;
    }

    private void addFolder(Path folder, String prefix) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve(prefix))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString().replace('\\', '/'), Hashes.sha256(file));
            }
        }
    }

    private void addJar(Path jar, String prefix) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    add(entry.getName(), Long.toHexString(entry.getCrc()) + "-" + entry.getSize());
                }
            }
        }
    }

    private void add(String file, String hash) {
        if (file.endsWith(".properties")) {
            return; // the version and commit: they change with everything
        }
        int slash = file.lastIndexOf('/');
        classes.computeIfAbsent(file.substring(0, slash).replace('/', '.'), _ -> new TreeMap<>())
                .put(file, hash);
    }

    /// The hash of each named package's classes.
    ///
    /// @param packages `.*` at the end for those below as well, all as one
    /// @throws FlowException if one has no class
    public SortedMap<String, String> of(List<String> packages) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String name : packages) {
            boolean below = name.endsWith(".*");
            String root = below ? name.substring(0, name.length() - 2) : name;
            MessageDigest digest = Hashes.sha256();
            boolean found = false;
            for (var each : classes.entrySet()) {
                if (each.getKey().equals(root) || (below && each.getKey().startsWith(root + "."))) {
                    each.getValue()
                            .forEach((file, hash) ->
                                    digest.update((file + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
                    found = true;
                }
            }
            if (!found) {
                throw new FlowException("the pipeline names code of package " + name + ", which has no class");
            }
            hashes.put(name, Hashes.hex(digest).substring(0, 16));
        }
        return hashes;
    }
}
