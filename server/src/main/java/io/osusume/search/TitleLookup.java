package io.osusume.search;

import static io.osusume.search.LookupException.Reason.AMBIGUOUS;
import static io.osusume.search.LookupException.Reason.UNKNOWN;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.util.List;
import java.util.stream.Collectors;

/// Resolves what a person writes for a title, a name or an id, to exactly one title. Immutable.
public final class TitleLookup {
    private static final int SUGGESTIONS = 5;

    private final Catalogue catalogue;
    private final TitleSearch search;

    /// @param search over the names of the same catalogue
    public TitleLookup(Catalogue catalogue, TitleSearch search) {
        this.catalogue = catalogue;
        this.search = search;
    }

    /// The title of an id; or else the one whose name this is, where case, accents and punctuation do
    /// not count and a romaji name goes before an English or Japanese one; or else the one that fans
    /// call so, such as `FMAB`, or whose season is written in another way.
    ///
    /// @throws LookupException if there is none (with suggestions) or more than one (with their ids)
    public Title resolve(String nameOrId) {
        String text = nameOrId.strip();
        if (text.matches("\\d{1,18}")) {
            Title byId = catalogue.title(Long.parseLong(text)).orElse(null);
            if (byId != null) {
                return byId;
            }
        }
        List<Title> exact = search.exact(text);
        String folded = compact(text);
        List<Title> byRomaji = exact.stream()
                .filter(title -> compact(title.name()).equals(folded))
                .toList();
        List<Title> best = !byRomaji.isEmpty() ? byRomaji : !exact.isEmpty() ? exact : search.called(text);
        if (best.size() == 1) {
            return best.getFirst();
        }
        if (best.size() > 1) {
            throw new LookupException(
                    AMBIGUOUS, "several titles are called \"" + text + "\": " + described(best) + "; give the id");
        }
        List<Title> near = search.search(text, SUGGESTIONS);
        throw new LookupException(
                UNKNOWN,
                "no title is called \"" + text + "\"; "
                        + (near.isEmpty() ? "nothing like it was found" : "did you mean " + described(near) + "?"));
    }

    private static String compact(String name) {
        return NameFolding.compact(NameFolding.folded(name));
    }

    private static String described(List<Title> titles) {
        return titles.stream()
                .limit(SUGGESTIONS)
                .map(title -> "\"" + title.name() + "\" (id " + title.itemId()
                        + (title.year() == 0 ? "" : ", " + title.year()) + ")")
                .collect(Collectors.joining(", "));
    }
}
