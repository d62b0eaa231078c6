package io.osusume.registry;

import io.osusume.artifact.Manifest;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.RatingScale;
import io.osusume.franchise.WatchingOrder;
import io.osusume.model.Recommender;
import java.util.Optional;

/// A model version read from disk and checked, with all that is needed to serve it.
///
/// @param id the version's name in the registry
/// @param model its `training()` are the interactions it was trained on; read and checked when first asked for
/// @param users ids of the training users, by user index
/// @param items MyAnimeList ids, by item index
/// @param scale how ratings of a list become the model's
/// @param catalogue may lack some of the items and have others
/// @param facts about the items
/// @param order in which franchises are watched, as it was stored; empty in versions of earlier programs
/// @param insights what it tells beside recommendations
public record LoadedModel(
        String id,
        Recommender model,
        IdIndex users,
        IdIndex items,
        RatingScale scale,
        Catalogue catalogue,
        Manifest manifest,
        ItemFacts facts,
        Optional<WatchingOrder> order,
        Insights insights) {
    /// A model that tells nothing beside its recommendations.
    public LoadedModel(
            String id,
            Recommender model,
            IdIndex users,
            IdIndex items,
            RatingScale scale,
            Catalogue catalogue,
            Manifest manifest) {
        this(
                id,
                model,
                users,
                items,
                scale,
                catalogue,
                manifest,
                ItemFacts.of(catalogue, items),
                Optional.empty(),
                Insights.NONE);
    }
}
