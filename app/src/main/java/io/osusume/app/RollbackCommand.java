package io.osusume.app;

import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the champion before this one the champion again.
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the champion before this one the champion again, at once: only sizes are checked, no file is read.",
            "Running servers follow within the setting serve.model-check, without dropping a request; one that served",
            "that version last need not even load it. A second rollback takes the first one back."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume models rollback --reason \"fans report endless sequels\"")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history (default: rollback).")
    String reason = "rollback";

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        String before = registry.champion().orElse("none");
        String champion = registry.rollback(Operator.because(reason));
        workplace.print("champion: " + champion + " (was " + before + ")");
        return 0;
    }
}
