package io.osusume.app;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints the completion script for shells.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a completion script for bash and zsh.",
        footerHeading = "%nExample:%n",
        footer = {"  source <(./osusume completion)", "      from then on ./osusume <TAB> completes"})
final class CompletionCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Override
    public Integer call() {
        workplace.print(AutoComplete.bash("osusume", workplace.command().root().commandLine()));
        return 0;
    }
}
