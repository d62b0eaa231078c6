package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RecommendationService;
import java.util.List;
import java.util.Optional;

/// What a request for a page is about: the model that answers, what the fan has set, and the fan's list: the titles of
/// the address, or else those that are kept here.
///
/// @param problems what of the address does not count, one sentence each
/// @param stored the fan, if the list is kept here
record Visit(
        RecommendationService service,
        Controls controls,
        List<String> problems,
        FanTitles fan,
        Optional<StoredFan> stored) {
    Visit {
        problems = List.copyOf(problems);
    }

    /// @throws RequestException with status 503 if there is no model
    static Visit of(Context ctx, Site site) {
        RecommendationService service = site.model().service();
        Optional<StoredFan> stored = site.fans().known(ctx);
        Controls.Usual usual = stored.map(StoredFan::usual).orElse(Controls.Usual.NOBODYS);
        ControlsReader.Read read = ControlsReader.read(ctx.queryParamMap(), ControlWords.of(service), usual);
        List<String> problems = read.problems().stream()
                .map(problem -> Sentences.of(problem + " (left out)"))
                .toList();
        Picks picks = read.controls().picks();
        FanTitles fan =
                picks.isEmpty() ? stored.map(StoredFan::titles).orElse(FanTitles.of(picks)) : FanTitles.of(picks);
        return new Visit(service, read.controls(), problems, fan, stored);
    }

    /// What is asked of the service, every card of the page with reasons.
    Ask ask() {
        return controls.ask(fan.watched(), fan.excluded(), Controls.PAGE_LENGTH);
    }

    ControlWords words() {
        return ControlWords.of(service);
    }

    /// Whether the list is one that is kept here.
    boolean ofStored() {
        return stored.isPresent() && controls.picks().isEmpty();
    }
}
