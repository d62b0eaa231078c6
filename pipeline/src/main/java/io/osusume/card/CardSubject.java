package io.osusume.card;

import io.osusume.artifact.Manifest;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Title;
import io.osusume.evaluation.Evaluation;
import io.osusume.model.Recommender;
import io.osusume.registry.Lineage;
import java.util.List;
import java.util.Optional;

/// What a card is written from: the version as it was registered, and what was measured of it then.
///
/// @param id of the version
/// @param items MyAnimeList ids by item index
/// @param evaluation on the validation users, with slices
public record CardSubject(
        String id, Manifest manifest, Recommender model, Catalogue catalogue, IdIndex items, Evaluation evaluation) {
    Lineage lineage() {
        return Lineage.of(manifest);
    }

    /// A setting the version was made with; empty if its manifest does not say.
    Optional<String> setting(String key) {
        return Optional.ofNullable(lineage().settings().get(key));
    }

    /// The titles it can recommend, of which the catalogue knows something.
    List<Title> titles() {
        return catalogue.titles().stream()
                .filter(title -> items.index(title.itemId()).isPresent())
                .toList();
    }

    long count(String name) {
        return manifest.counts().getOrDefault(name, 0L);
    }
}
