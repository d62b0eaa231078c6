package io.osusume.app;

import io.osusume.artifact.ArtifactException;
import io.osusume.registry.ModelRegistry;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunStore;
import io.osusume.tracking.remote.Delivery;
import io.osusume.tracking.remote.MlflowTracker;
import io.osusume.tracking.remote.Tracker;
import io.osusume.tracking.remote.TrackerException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Brings runs to Comet and MLflow.
@Command(
        name = "tracking",
        mixinStandardHelpOptions = true,
        description = {
            "Sends recorded runs to Comet ML and MLflow. Work that is recorded sends by itself as it goes on; here is",
            "what an outage left."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume tracking sync")
final class TrackingCommand {
    @Command(
            name = "sync",
            mixinStandardHelpOptions = true,
            description = {
                "Sends what the trackers do not have of all runs, each thing once, and gives MLflow's alias champion to",
                "the champion. Runs that are still at work are left to their own process."
            },
            footerHeading = "%nExample:%n",
            footer = "  ./osusume tracking sync --dry-run")
    int sync(
            @Mixin Workplace workplace,
            @Option(names = "--dry-run", description = "Only tell what would be sent.") boolean dryRun)
            throws IOException, InterruptedException {
        List<Tracker> trackers = workplace.tracking().trackers();
        if (trackers.isEmpty()) {
            throw new CommandFailure("no tracker is on: give an API key of Comet in " + Trackers.COMET_KEY
                    + ", or the address of an MLflow server in tracking.mlflow.uri");
        }
        RunStore.Listing listing = workplace.tracking().store().list();
        listing.problems().forEach(workplace::tell);
        List<String> failures = new ArrayList<>();
        try {
            for (Tracker tracker : trackers) {
                Delivery delivery = workplace.tracking().delivery(tracker);
                List<String> waiting = new ArrayList<>();
                for (Run run : listing.runs()) {
                    if (run.status().ended() && !delivery.isComplete(run.id())) {
                        waiting.add(run.id());
                    }
                }
                if (dryRun) {
                    waiting.forEach(id -> workplace.print(tracker.name() + ": " + id));
                    workplace.print(tracker.name() + ": " + waiting.size() + " runs would be sent");
                } else {
                    send(workplace, tracker, delivery, waiting).ifPresent(failures::add);
                }
            }
        } finally {
            trackers.forEach(Tracker::close);
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(
                    String.join("; ", failures) + "; what was taken is noted, the same command sends the rest");
        }
        return 0;
    }

    /// @return why not all was sent, empty if it was
    private static Optional<String> send(Workplace workplace, Tracker tracker, Delivery delivery, List<String> waiting)
            throws IOException, InterruptedException {
        int sent = 0;
        String refused = "";
        try {
            for (String id : waiting) {
                try {
                    Delivery.Outcome outcome = delivery.deliver(id);
                    workplace.print(tracker.name() + ": " + id + ", " + outcome.things() + " things");
                    sent++;
                } catch (TrackerException failed) {
                    if (failed.passing()) {
                        throw failed;
                    }
                    refused = id + ": " + failed.getMessage();
                    workplace.tell(refused);
                } catch (ArtifactException damaged) {
                    refused = String.valueOf(damaged.getMessage());
                    workplace.tell(refused);
                }
            }
            if (tracker instanceof MlflowTracker mlflow) {
                champion(workplace, mlflow);
            }
        } catch (TrackerException failed) {
            refused = String.valueOf(failed.getMessage());
        }
        workplace.print(tracker.name() + ": " + sent + " of " + waiting.size() + " runs sent");
        return refused.isEmpty() ? Optional.empty() : Optional.of(refused);
    }

    private static void champion(Workplace workplace, MlflowTracker mlflow)
            throws IOException, TrackerException, InterruptedException {
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        Optional<String> champion = registry.champion();
        if (champion.isPresent()) {
            workplace.print(
                    mlflow.champion(champion.get())
                            ? "mlflow: champion is " + champion.get()
                            : "mlflow: has no version " + champion.get() + ", so no champion");
        }
    }
}
