package io.osusume.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Compares a version with the champion.
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a version with the champion on the same held-out users and says whether it may take its place:",
            "no guarded figure may fall by more than its tolerance, settings gate.*. Nothing is promoted. The report",
            "stays beside the version. Exit code 3 if it is refused."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume gate best")
final class GateCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            defaultValue = "challenger",
            description = "A version, challenger or best (default: ${DEFAULT-VALUE}).")
    String id = "challenger";

    @Override
    public Integer call() throws IOException {
        Gatekeeper gatekeeper = Gatekeeper.at(workplace);
        Gatekeeper.pass(gatekeeper.judge(PromoteCommand.resolve(gatekeeper.registry(), id)));
        return 0;
    }
}
