package io.osusume.app;

import io.osusume.artifact.Manifest;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a version the champion.
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a version the champion, after checking all of its files, if it passes the gate: one that was not yet",
            "compared with the champion is compared now (see ./osusume gate). Exit code 3 if it is refused."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume models promote best",
            "  ./osusume models promote ease-20261124T113000Z-9f2c1a --force --reason \"the hybrid is too slow today\""
        })
final class PromoteCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Parameters(
            paramLabel = "ID",
            description = "A version, or challenger or previous, or the word best: the highest " + TrainCommand.QUALITY
                    + " on the data of the newest version.")
    String id = "";

    @Option(names = "--force", description = "Promote whatever the gate says; needs --reason.")
    boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    @Nullable
    String reason;

    @Override
    public Integer call() throws IOException {
        if (force && (reason == null || reason.isBlank())) {
            throw workplace.usage("--force needs --reason: the history says who overruled the gate, and why");
        }
        workplace.print("champion: " + makeChampion(workplace, id, reason == null ? "" : reason, force));
        return 0;
    }

    /// Promotes a version and returns its id.
    static String makeChampion(Workplace workplace, String id, String why, boolean force) throws IOException {
        Gatekeeper gatekeeper = Gatekeeper.at(workplace);
        String wanted = resolve(gatekeeper.registry(), id);
        if (force) {
            gatekeeper.registry().promote(wanted, Operator.forced(why));
        } else {
            gatekeeper.promote(wanted, why);
        }
        return wanted;
    }

    /// The version that an id, the word of an alias or the word best names.
    static String resolve(ModelRegistry registry, String word) throws IOException {
        return word.equals("best") ? best(registry) : ModelsCommand.resolve(registry, word);
    }

    /// The version with the highest quality on the data of the newest one.
    static String best(ModelRegistry registry) throws IOException {
        List<String> ids = registry.list();
        if (ids.isEmpty()) {
            throw new CommandFailure("there is no model version to promote; run ./osusume train");
        }
        String data = ModelsCommand.data(registry.show(ids.getLast()));
        String best = ids.getLast();
        double highest = Double.NEGATIVE_INFINITY;
        for (String id : ids) {
            Manifest manifest = registry.show(id);
            double quality = manifest.metrics().getOrDefault(TrainCommand.QUALITY, Double.NEGATIVE_INFINITY);
            if (ModelsCommand.data(manifest).equals(data) && quality >= highest) {
                best = id;
                highest = quality;
            }
        }
        return best;
    }
}
