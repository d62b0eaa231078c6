package io.osusume.web;

import io.osusume.data.Catalogue;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.Title;
import io.osusume.model.layout.Atlas;
import io.osusume.model.layout.Layout;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.Insights;
import io.osusume.registry.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The small model over a catalogue, and a map, whose every text tries to become more than text: HTML, a script, an
/// attribute, an
/// expression of a template, an entity.
final class HostileTitles {
    /// What every text holds.
    static final String HOSTILE = "\"><img src=x onerror=alert(1)></title></script><script>alert(2)</script>"
            + "'--><svg onload=alert(3)>${7*191919}@raw!{alert(4)}&lt;b&gt;&#39;\u202e";

    /// What it would have become.
    static final String COMPUTED = "1343433";

    private HostileTitles() {}

    static RecommendationService service() {
        return service(HostileTitles::hostile);
    }

    /// The same map with titles as they are.
    static RecommendationService tame() {
        return service(title -> title);
    }

    private static RecommendationService service(UnaryOperator<Title> written) {
        LoadedModel model = SmallModel.loaded();
        List<Title> titles = model.catalogue().titles().stream().map(written).toList();
        Catalogue catalogue = new Catalogue(titles, List.of());
        ItemFacts facts = ItemFacts.of(catalogue, model.items());
        return new RecommendationService(new LoadedModel(
                model.id(),
                model.model(),
                model.users(),
                model.items(),
                model.scale(),
                catalogue,
                model.manifest(),
                facts,
                Optional.empty(),
                Insights.of(map(facts), null, null, null)));
    }

    /// A map on which the titles lie in a circle.
    private static Atlas map(ItemFacts facts) {
        float[] positions = new float[2 * facts.itemCount()];
        for (int item = 0; item < facts.itemCount(); item++) {
            positions[2 * item] = (float) Math.cos(item);
            positions[2 * item + 1] = (float) Math.sin(item);
        }
        return Atlas.of(
                Layout.of(Tensors.of(Map.of("trainer", "a circle"))
                        .with("positions", Tensor.of(positions, facts.itemCount(), 2))),
                facts);
    }

    private static Title hostile(Title title) {
        return new Title(
                title.itemId(),
                title.name() + HOSTILE,
                "English " + HOSTILE,
                "Japanese " + HOSTILE,
                title.type(),
                title.episodes(),
                title.airedFrom(),
                title.airedTo(),
                title.year(),
                title.season(),
                List.of("Genre " + HOSTILE, "Sci-Fi"),
                List.of("Studio " + HOSTILE),
                "Source " + HOSTILE,
                title.durationMinutes(),
                title.ageRating(),
                title.score(),
                title.members(),
                "Synopsis " + HOSTILE + "\n\nMore of it " + HOSTILE);
    }
}
