package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.NameLanguage;
import io.osusume.recommend.RecommendationService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of one request to the API, each checked: a program that writes `not_genre` learns so
/// at once.
final class ApiQuery {
    private final Map<String, List<String>> values;

    private ApiQuery(Map<String, List<String>> values) {
        this.values = values;
    }

    /// Reads the parameters of a request.
    ///
    /// @throws RequestException with status 400 for one that is not known, is missing, stands twice or
    ///     has a value that it may not have
    static ApiQuery read(Context ctx, List<ApiParameter> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, texts) -> values.put(name, checked(parameter(name, known), texts)));
        for (ApiParameter each : known) {
            if (each.required() && !values.containsKey(each.name())) {
                throw new RequestException(400, "the parameter " + each.name() + " is missing: " + each.what());
            }
        }
        return new ApiQuery(values);
    }

    private static ApiParameter parameter(String name, List<ApiParameter> known) {
        for (ApiParameter each : known) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new RequestException(
                400,
                "there is no parameter '" + (name.length() <= 40 ? name : name.substring(0, 40) + "...") + "' here; "
                        + (known.isEmpty()
                                ? "there is none at all"
                                : "expected "
                                        + String.join(
                                                ", ",
                                                known.stream()
                                                        .map(ApiParameter::name)
                                                        .toList())));
    }

    private static List<String> checked(ApiParameter parameter, List<String> texts) {
        if (!parameter.many() && texts.size() > 1) {
            throw new RequestException(400, parameter.name() + " must stand once, stands " + texts.size() + " times");
        }
        List<String> checked = new ArrayList<>(texts.size());
        for (String text : texts) {
            checked.add(parameter.checked(text));
        }
        return checked;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    int whole(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    List<Long> ids(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(Long::parseLong)
                .toList();
    }

    NameLanguage names() {
        return text("names").flatMap(ControlWords::names).orElse(NameLanguage.ROMAJI);
    }

    /// The filters and sliders.
    ///
    /// @throws RequestException with status 400 for a word the catalogue does not know, or for two that
    ///     contradict each other
    Controls controls(RecommendationService service) {
        return controls(service, Controls.Usual.NOBODYS);
    }

    /// The same for somebody who has chosen something for good.
    Controls controls(RecommendationService service, Controls.Usual usual) {
        return ControlsReader.read(values, ControlWords.of(service), usual).orRefuse();
    }
}
