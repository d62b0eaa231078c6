package io.osusume.app;

import io.osusume.app.settings.Settings;
import io.osusume.kernel.Kernels;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that names a model version, and how it is loaded.
final class ServingModel {
    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "A model version from `./osusume models list` (default: the champion).")
    @Nullable
    String id;

    /// Loads the version that was named, else the champion.
    LoadedModel load(Workplace workplace) throws IOException {
        Settings settings = workplace.settings();
        Kernels kernels = Assembly.servingKernels(settings);
        ModelRegistry registry = Assembly.registry(workplace, kernels);
        String wanted = id;
        if (wanted == null) {
            wanted = champion(registry, workplace);
        }
        return registry.load(wanted);
    }

    /// The id of the champion.
    ///
    /// @throws CommandFailure if there is none
    static String champion(ModelRegistry registry, Workplace workplace) throws IOException {
        return registry.champion()
                .orElseThrow(() -> new CommandFailure("there is no champion in " + registry.place()
                        + (registry.shared().isPresent()
                                ? " (setting buckets.models); run ./osusume pipeline with that setting, or"
                                        + " ./osusume models promote ID if there are versions in it"
                                : "; run ./osusume demo, or train and then ./osusume models promote ID")));
    }

    RecommendationService service(Workplace workplace) throws IOException {
        return new RecommendationService(load(workplace));
    }
}
