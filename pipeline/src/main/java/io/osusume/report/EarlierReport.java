package io.osusume.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A report that already lies where a new one is to be written: whether its figures are those of the
/// present code.
public final class EarlierReport {
    private EarlierReport() {}

    /// One sentence if the file was made by other code than the present, or does not say by which; empty
    /// if it is of the present code or there is no file.
    ///
    /// @param file a JSON report
    /// @param code the present version
    public static Optional<String> difference(Path file, String code) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<String> earlier = ReportJson.code(Files.readString(file));
        if (earlier.isEmpty()) {
            return Optional.of(file + " does not say which code made it; now it is " + code);
        }
        return earlier.filter(made -> !made.equals(code))
                .map(made -> file + " was made by code " + made + ", now it is " + code);
    }
}
