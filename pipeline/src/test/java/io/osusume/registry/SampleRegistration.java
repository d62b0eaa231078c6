package io.osusume.registry;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.artifact.ArtifactException;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import io.osusume.model.SampleTitles;
import io.osusume.model.TrainingListener;
import io.osusume.train.Epoch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the registry's tests register, and how they break it.
final class SampleRegistration {
    private SampleRegistration() {}

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Interactions TRAINING = new InteractionsBuilder(2, 3, RatingScale.SCORED_ONLY)
            .add(0, 0, 10)
            .add(0, 2, 0)
            .add(1, 1, 5)
            .build();

    static Registration registration(float weight, Instant created) {
        WeightedModel.Maker maker = new WeightedModel.Maker(weight);
        return new Registration(
                maker.train(TRAINING, WeightedModel.KERNELS, TrainingListener.SILENT),
                maker,
                IdIndex.of(70, 80),
                IdIndex.of(1, 5, 20),
                new Catalogue(List.of(title(1), title(5)), List.of(new Relation(1, Relation.Kind.SEQUEL, 5))),
                "da7a",
                "v1.0",
                new TreeMap<>(Map.of("ndcg@10", .5)),
                List.of(
                        new Epoch(1, new TreeMap<>(Map.of("loss", .7))),
                        new Epoch(2, new TreeMap<>(Map.of("loss", .25)))),
                List.of("A note."),
                created);
    }

    static Title title(long id) {
        return SampleTitles.series(id, AgeRating.TEENS, "Drama");
    }

    static byte[] flipped(byte[] whole, int place) {
        byte[] damaged = whole.clone();
        damaged[place] ^= 1;
        return damaged;
    }

    static String failure(org.junit.jupiter.api.function.Executable action) {
        return String.valueOf(assertThrows(ArtifactException.class, action).getMessage());
    }
}
