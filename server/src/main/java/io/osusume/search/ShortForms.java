package io.osusume.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Spells out what a query says in short: "opm 2" is "one punch man 2", by the short names of a list and
/// by initials. Immutable.
final class ShortForms {
    /// How many titles one short name may stand for.
    private static final int MOST_TITLES = 3;

    private final SearchNames names;
    private final NameIndex plain;
    private final String[] forms;
    private final Map<String, List<Integer>> namesByInitials;

    /// @param forms the plain form of each name
    ShortForms(SearchNames names, NameIndex plain, String[] forms) {
        this.names = names;
        this.plain = plain;
        this.forms = forms.clone();
        this.namesByInitials = new HashMap<>();
        for (int name = 0; name < names.nameCount(); name++) {
            if (!names.isShort(name)) {
                for (String initials : Initials.of(names.text(name))) {
                    namesByInitials
                            .computeIfAbsent(initials, _ -> new ArrayList<>(2))
                            .add(name);
                }
            }
        }
    }

    /// The names whose initials these are, those of popular titles first.
    List<Integer> namesWithInitials(String text) {
        return Collections.unmodifiableList(namesByInitials.getOrDefault(NameFolding.compact(text), List.of()));
    }

    /// The query with the short name at its begin spelled out in each way the title is called; empty if
    /// there is none. A short name of the list that is the whole query is spelled out too, initials only
    /// with a word after them.
    List<String> spelledOut(String query) {
        String[] words = query.split(" ", -1);
        for (int count = words.length; count > 0; count--) {
            String begin = String.join(" ", List.of(words).subList(0, count));
            String rest = String.join(" ", List.of(words).subList(count, words.length));
            List<Integer> titles = titles(begin, !rest.isEmpty());
            if (!titles.isEmpty()) {
                return titles.stream().flatMap(title -> namesOf(title, rest)).toList();
            }
        }
        return List.of();
    }

    private List<Integer> titles(String begin, boolean initialsToo) {
        List<Integer> titles = new ArrayList<>();
        BitSet equal = plain.equal(begin);
        for (int name = equal.nextSetBit(0);
                name >= 0 && titles.size() < MOST_TITLES;
                name = equal.nextSetBit(name + 1)) {
            if (names.isShort(name)) {
                titles.add(names.titleOf(name));
            }
        }
        if (titles.isEmpty() && initialsToo && equal.isEmpty()) {
            namesWithInitials(begin).stream().limit(1).map(names::titleOf).forEach(titles::add);
        }
        return titles;
    }

    private Stream<String> namesOf(int title, String rest) {
        return IntStream.range(names.firstName(title), names.firstName(title + 1))
                .filter(name -> !names.isShort(name) && !forms[name].isEmpty())
                .mapToObj(name -> rest.isEmpty() ? forms[name] : forms[name] + " " + rest);
    }
}
