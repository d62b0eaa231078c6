package io.osusume.deploy;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The Terraform files of `deploy/gcp`, parsed: their resources and local values. References to other resources are not
/// followed.
///
/// @param locals all local values by name
/// @param resources what stands in each block, by `type.name`
/// @param text all files one after the other
record Terraform(Map<String, Tree> locals, Map<String, Tree> resources, String text) {
    static Terraform read() {
        Map<String, Tree> locals = new LinkedHashMap<>();
        Map<String, Tree> resources = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Project.file("deploy/gcp"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tf"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                all.append(text);
                Tree parsed = parse(file, text);
                locals.putAll(parsed.maybe("locals").entries());
                parsed.maybe("resource")
                        .entries()
                        .forEach((type, named) ->
                                named.entries().forEach((name, block) -> resources.put(type + "." + name, block)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Terraform(locals, resources, all.toString());
    }

    private static Tree parse(Path file, String text) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // the parser talks to itself there
        try {
            return new Tree(file.getFileName().toString(), new HCLParser().parse(text));
        } catch (Exception e) { // the parser's own kinds are checked ones without a common parent
            throw new AssertionError(file + " is not HCL: " + e.getMessage(), e);
        } finally {
            System.setOut(out);
        }
    }

    /// A local value that is a map of maps of words, such as the grants in `access.tf`.
    Map<String, Tree> table(String local) {
        return new Tree("locals", locals).at(local).value() instanceof Tree table ? table.entries() : Map.of();
    }

    Tree resource(String address) {
        return new Tree("resources", resources).at(address).value() instanceof Tree block
                ? block
                : new Tree(address, null);
    }
}
