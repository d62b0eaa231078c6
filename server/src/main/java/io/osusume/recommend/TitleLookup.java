package io.osusume.recommend;

import static io.osusume.recommend.RecommendException.Reason.AMBIGUOUS;
import static io.osusume.recommend.RecommendException.Reason.UNKNOWN;

import io.osusume.data.Title;
import java.util.List;
import java.util.stream.Collectors;

/// Resolves what a person writes for a title, a name or an id, to exactly one title.
public final class TitleLookup {
    private static final int SUGGESTIONS = 5;

    private final RecommendationService service;

    public TitleLookup(RecommendationService service) {
        this.service = service;
    }

    /// The title of an id, or else the one whose name this is; case, accents and punctuation do not count, and a romaji
    /// name goes before an English or Japanese one.
    ///
    /// @throws RecommendException if there is none (with suggestions) or more than one (with their ids)
    public Title resolve(String nameOrId) {
        String text = nameOrId.strip();
        if (text.matches("\\d{1,18}")) {
            Title byId = service.title(Long.parseLong(text)).orElse(null);
            if (byId != null) {
                return byId;
            }
        }
        List<Title> exact = service.search().exact(text);
        String folded = NameFolding.compact(NameFolding.folded(text));
        List<Title> byRomaji = exact.stream()
                .filter(title ->
                        NameFolding.compact(NameFolding.folded(title.name())).equals(folded))
                .toList();
        List<Title> best = byRomaji.isEmpty() ? exact : byRomaji;
        if (best.size() == 1) {
            return best.getFirst();
        }
        if (best.size() > 1) {
            throw new RecommendException(
                    AMBIGUOUS, "several titles are called \"" + text + "\": " + described(best) + "; give the id");
        }
        List<Title> near = service.search().search(text, SUGGESTIONS);
        throw new RecommendException(
                UNKNOWN,
                "no title is called \"" + text + "\"; "
                        + (near.isEmpty() ? "nothing like it was found" : "did you mean " + described(near) + "?"));
    }

    private static String described(List<Title> titles) {
        return titles.stream()
                .limit(SUGGESTIONS)
                .map(title -> "\"" + title.name() + "\" (id " + title.itemId()
                        + (title.year() == 0 ? "" : ", " + title.year()) + ")")
                .collect(Collectors.joining(", "));
    }
}
