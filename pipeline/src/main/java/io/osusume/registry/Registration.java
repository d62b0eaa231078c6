package io.osusume.registry;

import io.osusume.artifact.Manifest;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.train.Epoch;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A trained model on its way into the registry, with where it comes from.
///
/// @param model what was trained
/// @param trainer how: its settings, the seed among them, go into the manifest
/// @param users ids of the training users, by user index
/// @param items MyAnimeList ids, by item index
/// @param catalogue the titles to serve it with
/// @param dataHash of the prepared data it was trained on, in hexadecimal
/// @param codeVersion of the program
/// @param metrics measured numbers by name; an undefined one is absent
/// @param epochs what the training told of each epoch, possibly nothing
/// @param notes sentences for the reader
/// @param created when; becomes part of the version's name
/// @param insights what the version is to tell beside recommendations
/// @param lineage where the data comes from, stage by stage, by names such as `animelist.csv`
/// @param recipe every setting in force that decides what model comes out, by its key
public record Registration(
        Recommender model,
        Trainer<?> trainer,
        IdIndex users,
        IdIndex items,
        Catalogue catalogue,
        String dataHash,
        String codeVersion,
        SortedMap<String, Double> metrics,
        List<Epoch> epochs,
        List<String> notes,
        Instant created,
        LearntInsights insights,
        SortedMap<String, String> lineage,
        SortedMap<String, String> recipe) {
    /// A model that tells nothing beside its recommendations, from data of which only the hash is known.
    public Registration(
            Recommender model,
            Trainer<?> trainer,
            IdIndex users,
            IdIndex items,
            Catalogue catalogue,
            String dataHash,
            String codeVersion,
            SortedMap<String, Double> metrics,
            List<Epoch> epochs,
            List<String> notes,
            Instant created) {
        this(
                model,
                trainer,
                users,
                items,
                catalogue,
                dataHash,
                codeVersion,
                metrics,
                epochs,
                notes,
                created,
                LearntInsights.NONE,
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    /// @throws IllegalArgumentException if the indices do not fit the model's training data, or
    ///     the trainer is of another family
    public Registration {
        if (users.size() != model.training().userCount()
                || items.size() != model.training().itemCount()) {
            throw new IllegalArgumentException("the ids must fit the model '" + model.name() + "': it knows "
                    + model.training().userCount() + " users and "
                    + model.training().itemCount() + " items, found " + users.size() + " and " + items.size()
                    + " ids");
        }
        if (!model.name().equals(trainer.name())) {
            throw new IllegalArgumentException(
                    "model '" + model.name() + "' was not made by the trainer '" + trainer.name() + "'");
        }
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        epochs = List.copyOf(epochs);
        notes = List.copyOf(notes);
        lineage = Collections.unmodifiableSortedMap(new TreeMap<>(lineage));
        recipe = Collections.unmodifiableSortedMap(new TreeMap<>(recipe));
    }

    /// The same with insights.
    public Registration withInsights(LearntInsights other) {
        return new Registration(
                model,
                trainer,
                users,
                items,
                catalogue,
                dataHash,
                codeVersion,
                metrics,
                epochs,
                notes,
                created,
                other,
                lineage,
                recipe);
    }

    /// The same with where its data comes from.
    public Registration withLineage(SortedMap<String, String> other) {
        return new Registration(
                model,
                trainer,
                users,
                items,
                catalogue,
                dataHash,
                codeVersion,
                metrics,
                epochs,
                notes,
                created,
                insights,
                other,
                recipe);
    }

    /// The same with the settings it was made with.
    public Registration withRecipe(SortedMap<String, String> other) {
        return new Registration(
                model,
                trainer,
                users,
                items,
                catalogue,
                dataHash,
                codeVersion,
                metrics,
                epochs,
                notes,
                created,
                insights,
                lineage,
                other);
    }

    /// The manifest without its files.
    Manifest manifest(String kernels) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("users", (long) users.size());
        counts.put("items", (long) items.size());
        counts.put("interactions", (long) model.training().size());
        counts.put("titles", (long) catalogue.titles().size());
        SortedMap<String, String> inputs = new TreeMap<>(lineage);
        inputs.put("data", dataHash);
        inputs.put("family", trainer.name());
        SortedMap<String, String> settings = new TreeMap<>(trainer.settings());
        settings.putAll(insights.settings());
        SortedMap<String, Double> figures = new TreeMap<>(metrics);
        figures.putAll(insights.measured());
        SortedMap<String, String> environment = new TreeMap<>(Lineage.environment(recipe));
        environment.put("code", codeVersion);
        environment.put("jvm", Runtime.version().toString());
        environment.put("kernels", kernels);
        return Manifest.of("model", created)
                .withInputs(inputs)
                .withSettings(settings)
                .withCounts(counts)
                .withMetrics(figures)
                .withEnvironment(environment)
                .withNotes(notes);
    }
}
