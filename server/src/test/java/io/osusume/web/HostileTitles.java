package io.osusume.web;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.LoadedModel;
import java.util.List;

/// The small model over a catalogue whose every text tries to become more than text: HTML, a script, an attribute, an
/// expression of a template, an entity.
final class HostileTitles {
    /// What every text holds.
    static final String HOSTILE = "\"><img src=x onerror=alert(1)></title></script><script>alert(2)</script>"
            + "'--><svg onload=alert(3)>${7*191919}@raw!{alert(4)}&lt;b&gt;&#39;\u202e";

    /// What it would have become.
    static final String COMPUTED = "1343433";

    private HostileTitles() {}

    static RecommendationService service() {
        LoadedModel model = SmallModel.loaded();
        List<Title> titles =
                model.catalogue().titles().stream().map(HostileTitles::hostile).toList();
        return new RecommendationService(new LoadedModel(
                model.id(),
                model.model(),
                model.users(),
                model.items(),
                model.scale(),
                new Catalogue(titles, List.of()),
                model.manifest()));
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
