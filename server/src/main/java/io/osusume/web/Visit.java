package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RecommendationService;
import java.util.List;

/// What a request for a page is about: the model that answers, what the fan has set, and the fan's list.
///
/// @param problems what of the address does not count, one sentence each
record Visit(RecommendationService service, Controls controls, List<String> problems, FanTitles fan) {
    Visit {
        problems = List.copyOf(problems);
    }

    /// @throws RequestException with status 503 if there is no model
    static Visit of(Context ctx, CurrentModel model) {
        RecommendationService service = model.service();
        ControlsReader.Read read = ControlsReader.read(ctx.queryParamMap(), ControlWords.of(service));
        List<String> problems = read.problems().stream()
                .map(problem -> Sentences.of(problem + " (left out)"))
                .toList();
        return new Visit(
                service, read.controls(), problems, FanTitles.of(read.controls().picks()));
    }

    /// What is asked of the service, every card of the page with reasons.
    Ask ask() {
        return controls.ask(fan.watched(), fan.excluded(), Controls.PAGE_LENGTH);
    }

    ControlWords words() {
        return ControlWords.of(service);
    }
}
