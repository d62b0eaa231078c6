package io.osusume.recommend;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Search with completion over the romaji, English and Japanese names of a catalogue. Immutable.
///
/// Order: a name that equals the query, then names whose words begin like the query's, then names that contain it;
/// only if there is none of these, names a typing error or two away. Within each, what most people watch comes first.
public final class TitleSearch {
    private static final int MAX_QUERY = 100;

    private final List<Title> titles;
    private final String[][] names;
    private final String[][] compact;
    private final long[][] letters;
    private final TypingErrors typingErrors;

    public TitleSearch(Catalogue catalogue) {
        this.titles = catalogue.titles().stream()
                .sorted(Comparator.comparingInt(Title::members).reversed()) // stable: then by score, as they come
                .toList();
        this.names = new String[titles.size()][];
        this.compact = new String[titles.size()][];
        this.letters = new long[titles.size()][];
        for (int k = 0; k < names.length; k++) {
            names[k] = foldedNames(titles.get(k));
            compact[k] = Stream.of(names[k]).map(NameFolding::compact).toArray(String[]::new);
            letters[k] = Stream.of(names[k]).mapToLong(NameFolding::letters).toArray();
        }
        this.typingErrors = new TypingErrors(names);
    }

    private static String[] foldedNames(Title title) {
        Set<String> folded = new LinkedHashSet<>();
        folded.add(NameFolding.folded(title.name()));
        if (title.englishName() != null) {
            folded.add(NameFolding.folded(title.englishName()));
        }
        if (title.japaneseName() != null) {
            folded.add(NameFolding.folded(title.japaneseName()));
        }
        folded.remove("");
        return folded.toArray(String[]::new);
    }

    /// The titles that fit best, at most `n`; none for a query without a letter or digit.
    public List<Title> search(String query, int n) {
        String folded = NameFolding.folded(query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query);
        if (folded.isEmpty() || n < 1) {
            return List.of();
        }
        List<Title> found = withoutErrors(folded, n);
        return found.isEmpty()
                ? typingErrors.search(folded, n).mapToObj(titles::get).toList()
                : found;
    }

    private List<Title> withoutErrors(String query, int n) {
        String[] words = query.split(" ", -1);
        String squeezed = NameFolding.compact(query);
        long wanted = NameFolding.letters(query);
        List<Title> equal = new ArrayList<>();
        List<Title> begin = new ArrayList<>();
        List<Title> contain = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            int tier = 3;
            for (int name = 0; name < names[k].length && tier > 0; name++) {
                if ((wanted & ~letters[k][name]) == 0) {
                    tier = Math.min(tier, tier(names[k][name], compact[k][name], query, squeezed, words));
                }
            }
            List<Title> bucket = tier == 0 ? equal : tier == 1 ? begin : contain;
            if (tier < 3 && bucket.size() < n) {
                bucket.add(titles.get(k));
            }
        }
        equal.addAll(begin);
        equal.addAll(contain);
        return List.copyOf(equal.subList(0, Math.min(n, equal.size())));
    }

    private static int tier(String name, String compact, String query, String squeezed, String[] words) {
        if (compact.length() < squeezed.length()) {
            return 3;
        }
        if (compact.startsWith(squeezed)) {
            return compact.length() == squeezed.length() ? 0 : 1;
        }
        if (everyWordBeginsOne(name, words)) {
            return 1;
        }
        return name.contains(query) || compact.contains(squeezed) ? 2 : 3;
    }

    private static boolean everyWordBeginsOne(String name, String[] words) {
        for (String word : words) {
            int at = name.indexOf(word);
            while (at > 0 && name.charAt(at - 1) != ' ') {
                at = name.indexOf(word, at + 1);
            }
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /// The titles one of whose names is the query but for case, accents and punctuation, popular ones first.
    List<Title> exact(String query) {
        String squeezed = NameFolding.compact(NameFolding.folded(query));
        List<Title> found = new ArrayList<>();
        for (int k = 0; k < names.length && !squeezed.isEmpty(); k++) {
            if (List.of(compact[k]).contains(squeezed)) {
                found.add(titles.get(k));
            }
        }
        return found;
    }
}
