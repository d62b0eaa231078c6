package io.osusume.search;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Every name of every title as a number: romaji, English and Japanese names and the short names fans
/// use. Titles are numbers too, those most people have first. Immutable.
final class SearchNames {
    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^()]*\\)$");

    private final List<Title> titles;
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final int[] titleOfName;
    private final boolean[] shortName;
    private final int[] firstName;

    SearchNames(Catalogue catalogue, ShortNames shortNames) {
        this.titles = catalogue.titles().stream()
                .sorted(Comparator.comparingInt(Title::members).reversed()) // stable: then by score, as they come
                .toList();
        List<Integer> owners = new ArrayList<>();
        List<Boolean> shorts = new ArrayList<>();
        this.firstName = new int[titles.size() + 1];
        for (int title = 0; title < titles.size(); title++) {
            firstName[title] = names.size();
            for (Map.Entry<String, Boolean> entry :
                    namesOf(titles.get(title), shortNames).entrySet()) {
                String name = entry.getKey();
                String bare =
                        !name.endsWith(")") ? name : QUALIFIER.matcher(name).replaceFirst("");
                for (String text : bare.isEmpty() || bare.equals(name) ? List.of(name) : List.of(name, bare)) {
                    names.add(name);
                    texts.add(text);
                    owners.add(title);
                    shorts.add(entry.getValue());
                }
            }
        }
        firstName[titles.size()] = names.size();
        this.titleOfName = owners.stream().mapToInt(Integer::intValue).toArray();
        this.shortName = new boolean[names.size()];
        for (int name = 0; name < shortName.length; name++) {
            shortName[name] = shorts.get(name);
        }
    }

    /// The distinct names of a title, each with whether it is a short one.
    private static Map<String, Boolean> namesOf(Title title, ShortNames shortNames) {
        Map<String, Boolean> distinct = new LinkedHashMap<>();
        distinct.put(title.name(), false);
        if (title.englishName() != null) {
            distinct.putIfAbsent(title.englishName(), false);
        }
        if (title.japaneseName() != null) {
            distinct.putIfAbsent(title.japaneseName(), false);
        }
        shortNames.of(title.itemId()).forEach(name -> distinct.putIfAbsent(name, true));
        return distinct;
    }

    int titleCount() {
        return titles.size();
    }

    int nameCount() {
        return titleOfName.length;
    }

    Title title(int title) {
        return titles.get(title);
    }

    /// The first title with no more members than that, which may be past the last one.
    int placeOf(int members) {
        int low = 0;
        int high = titles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (titles.get(middle).members() > members) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A name as it is written.
    String name(int name) {
        return names.get(name);
    }

    int titleOf(int name) {
        return titleOfName[name];
    }

    /// What is compared with queries: the name, or the name without the "(TV)" or "(2011)" at its end.
    String text(int name) {
        return texts.get(name);
    }

    /// True if the name is not the catalogue's but one that fans use.
    boolean isShort(int name) {
        return shortName[name];
    }

    /// The first name of a title; its names end where the next title's begin.
    int firstName(int title) {
        return firstName[title];
    }
}
