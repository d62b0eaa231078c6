package io.osusume.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a version again and compares.
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a version again from the raw data, the settings and the seed its manifest names, in a folder of its",
            "own, and compares every file bit for bit. The registry is only read. The number of threads decides nothing:",
            "--set train.threads=N is free. Other settings of the manifest cannot be set."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:made again, bit for bit the same",
            "1:failed",
            "2:the command or a setting is wrong",
            "4:made again, and something differs: each difference is named",
            "5:cannot be made again: data, a setting or the code is gone or another one; each is named"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume models reproduce champion",
            "  ./osusume models reproduce champion --from downloads/anime --into /tmp/again"
        })
final class ReproduceCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Parameters(paramLabel = "ID", description = "A version, or champion, challenger or previous.")
    String id = "";

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "Take the raw data in from there again (default: the raw folder as it is).")
    @Nullable
    String source;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "A new or empty folder for what is made, which is kept (default: reproduced/ID in the"
                    + " artifacts folder, removed if all is the same).")
    @Nullable
    Path into;

    @Option(names = "--anyway", description = "Make it though the code or the raw data is another one.")
    boolean anyway;

    @Override
    public Integer call() throws IOException {
        Path given = into;
        if (given != null && Files.exists(given)) {
            checkEmpty(given);
        }
        if (given != null && within(given, workplace.models())) {
            throw workplace.usage("--into must not lie in the registry " + workplace.models() + ", was " + given);
        }
        new Reproduction(workplace, source, given, anyway).run(id);
        return 0;
    }

    private void checkEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                if (listed.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw workplace.usage("--into must be a new or empty folder, and there is something in " + folder);
    }

    private static boolean within(Path folder, Path other) {
        return folder.toAbsolutePath()
                .normalize()
                .startsWith(other.toAbsolutePath().normalize());
    }
}
