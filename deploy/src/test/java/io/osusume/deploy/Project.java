package io.osusume.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of this project, found from the module's folder or from the project's.
final class Project {
    private static final Path ROOT = Files.exists(Path.of("deploy/pom.xml")) ? Path.of("") : Path.of("..");

    private Project() {}

    static Path file(String path) {
        return ROOT.resolve(path).toAbsolutePath().normalize();
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
