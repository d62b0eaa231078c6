package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.Catalogue;
import io.osusume.taste.TasteReader;
import org.jspecify.annotations.Nullable;

/// The page of what a list says about its owner.
final class TastePage {
    private final Site site;
    private volatile @Nullable Reading latest;

    /// A reader and the catalogue it is of.
    private record Reading(Catalogue catalogue, TasteReader reader) {}

    TastePage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        Controls controls = visit.controls().withPage(1);
        if (visit.fan().isEmpty()) {
            site.pages().show(ctx, visit, "taste", TasteView.NONE);
            return;
        }
        TasteReader reader = reader(visit.service().loaded().catalogue());
        TasteView view = TasteView.of(
                reader.read(visit.fan().watched()), SimilarFansView.of(visit), controls.names(), controls.query());
        site.pages().show(ctx, visit, "taste", view);
    }

    private TasteReader reader(Catalogue catalogue) {
        Reading found = latest;
        if (found == null || found.catalogue != catalogue) {
            found = new Reading(catalogue, new TasteReader(catalogue)); // twice at worst, and then the same
            latest = found;
        }
        return found.reader;
    }
}
