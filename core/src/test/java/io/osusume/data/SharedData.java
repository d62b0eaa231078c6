package io.osusume.data;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real data beside the project, in `../shared`: tests that use it carry `@Tag("shared")`. Without that folder they
/// are skipped with the reason; if the folder is there but the file is not, they fail.
public final class SharedData {
    private SharedData() {}

    /// The root folder of the project.
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.isDirectory(folder.resolve("core")) && Files.isDirectory(folder.resolve("pipeline"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("the tests must run inside the project");
    }

    /// A file below `../shared`, such as `data/mal-5000/split.csv.gz`.
    public static Path file(String name) {
        Path shared = projectRoot().resolveSibling("shared");
        assumeTrue(Files.isDirectory(shared), () -> "skipped: there is no real data in " + shared);
        Path file = shared.resolve(name);
        if (!Files.exists(file)) {
            fail(shared + " is there but lacks " + name);
        }
        return file;
    }
}
