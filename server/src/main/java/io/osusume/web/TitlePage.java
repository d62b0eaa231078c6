package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.recommend.RecommendException;
import io.osusume.web.TitlePageView.Fact;
import io.osusume.web.TitlePageView.Part;
import io.osusume.web.TitlePageView.Similar;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The page of one title: facts, franchise, what is like it, and where it stands for the fan's list.
final class TitlePage {
    private static final int SIMILAR = 12;

    private final Site site;

    TitlePage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        long itemId = RequestReader.itemId(ctx);
        Title title = visit.service()
                .title(itemId)
                .orElseThrow(() -> new RequestException(404, "no title here has the id " + itemId));
        Controls controls = visit.controls();
        NameLanguage names = controls.names();
        List<Part> franchise = visit.service().franchise(itemId).stream()
                .map(part -> new Part(
                        new TitleView(part.title(), names),
                        part.label().orElse(""),
                        part.part() != io.osusume.franchise.Part.MAIN,
                        part.title().itemId() == itemId,
                        visit.fan().has(part.title().itemId())))
                .toList();
        String add = visit.fan().has(itemId)
                ? null
                : controls.withPicks(controls.picks().with(itemId)).address("/");
        site.pages()
                .show(
                        ctx,
                        visit,
                        "title",
                        new TitlePageView(
                                new TitleView(title, names),
                                facts(title),
                                paragraphs(title.synopsis()),
                                franchise,
                                similar(visit, title),
                                whyNot(visit, itemId),
                                visit.fan().has(itemId) ? null : ExpectedView.of(visit, itemId),
                                audience(visit, itemId),
                                mapAddress(visit, itemId),
                                add,
                                controls.query(),
                                add == null ? null : Feedback.of(site, visit),
                                Notice.of(ctx, visit)));
    }

    private static List<String> paragraphs(@Nullable String synopsis) {
        return synopsis == null
                ? List.of()
                : Arrays.stream(synopsis.split("\\R+"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }

    private static List<Fact> facts(Title title) {
        TitleView view = new TitleView(title, NameLanguage.ROMAJI);
        List<Fact> facts = new ArrayList<>();
        add(facts, "Form", title.type().label());
        add(facts, "Episodes", title.episodes() == 0 ? null : Integer.toString(title.episodes()));
        add(facts, "One episode", title.durationMinutes() == 0 ? null : Durations.of(title.durationMinutes()));
        add(facts, "All of it", title.episodes() > 1 ? view.watchingTime() : null);
        add(facts, "Shown", shown(title));
        add(facts, "Season", title.season() == null ? null : title.season().label() + " " + title.year());
        add(facts, "Made by", title.studios().isEmpty() ? null : view.studios());
        add(facts, "Made from", title.source());
        add(
                facts,
                "Ages",
                title.ageRating() == AgeRating.UNKNOWN
                        ? null
                        : title.ageRating().label());
        add(facts, "Community", view.communityScore() == null ? null : view.communityScore() + " of 10");
        add(facts, "In the lists of", view.members());
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(name, text));
        }
    }

    private static @Nullable String shown(Title title) {
        String from =
                title.airedFrom() == null && title.year() != 0 ? Integer.toString(title.year()) : title.airedFrom();
        return from == null || title.airedTo() == null || from.equals(title.airedTo())
                ? day(from)
                : day(from) + " to " + day(title.airedTo());
    }

    /// A date of reduced precision as people write it: `2 Oct 2011`, `Oct 2011`, `2011`.
    private static @Nullable String day(@Nullable String date) {
        if (date == null || !date.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
            return date;
        }
        String month = Month.of(Integer.parseInt(date.substring(5, 7))).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        String day = date.length() > 8 ? Integer.parseInt(date.substring(8)) + " " : "";
        return day + month + " " + date.substring(0, 4);
    }

    private static List<Similar> similar(Visit visit, Title title) {
        try {
            return visit.service().similar(title.itemId(), SIMILAR).stream()
                    .map(ranked -> new Similar(
                            new TitleView(ranked.title(), visit.controls().names()),
                            Likeness.of(title, ranked.title()),
                            visit.fan().has(ranked.title().itemId())))
                    .toList();
        } catch (RecommendException nothingKnown) {
            return List.of(); // the page shows the title's facts and says that there is nothing to compare
        }
    }

    private static @Nullable AudienceView audience(Visit visit, long itemId) {
        boolean adult = visit.controls().filter().oldest() == AgeRating.ADULT;
        return visit.service()
                .audience(itemId)
                .map(audience -> AudienceView.of(audience, adult))
                .orElse(null);
    }

    private static @Nullable String mapAddress(Visit visit, long itemId) {
        boolean onMap = visit.service().loaded().items().index(itemId).isPresent()
                && visit.service().loaded().insights().map().isPresent();
        String query = visit.controls().withPage(1).query();
        return onMap ? MapPage.PATH + query + (query.isEmpty() ? "?" : "&") + "title=" + itemId : null;
    }

    private static @Nullable WhyNotView whyNot(Visit visit, long itemId) {
        if (visit.fan().isEmpty()) {
            return null;
        }
        try {
            return WhyNotView.of(visit, visit.service().whyNot(visit.ask(), itemId));
        } catch (RecommendException cannot) {
            if (cannot.reason() == RecommendException.Reason.BUSY) {
                throw cannot;
            }
            return null; // a model that serves no lists, or a list it knows nothing of: the other pages say so
        }
    }
}
