package io.osusume.understand;

import io.osusume.data.Title;
import io.osusume.search.TitleHit;
import io.osusume.search.TitleSearch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the other title of a comparison, where one was found: by the second half of its name ("Fullmetal
/// Alchemist and Brotherhood", "Clannad or After Story?"), or by a name of ordinary words that would be
/// none elsewhere ("Charlotte or Angel Beats").
final class ComparedTitles {
    private static final int LONGEST = 5;
    private static final int LONGEST_BEGINNING = 5;
    private static final int HITS = 5;
    private static final int KNOWN_TO_SOME = 20_000;
    private static final Pattern COMPARES = Pattern.compile(
            " (?:vs|versus|compar\\w*|differ\\w*|better|worse|against|same|side by side|next to|in common|or|than) ");
    private static final Pattern MARK = Pattern.compile("<t\\d+>");
    private static final Set<TitleHit.Kind> CALLED_SO = EnumSet.of(TitleHit.Kind.EQUAL, TitleHit.Kind.SHORT_NAME);

    /// Words around titles that are compared: none is part of what is looked for, where it begins or ends.
    private static final Set<String> JOINTS = Set.of(
            "and",
            "or",
            "vs",
            "versus",
            "with",
            "to",
            "between",
            "than",
            "against",
            "is",
            "are",
            "from",
            "of",
            "in",
            ",",
            ".",
            "+",
            "/",
            "what",
            "whats",
            "which",
            "how",
            "me",
            "i",
            "you",
            "better",
            "worse",
            "compare",
            "compared",
            "difference",
            "differ",
            "differs",
            "same",
            "should",
            "watch",
            "see",
            "does",
            "do",
            "tell",
            "pick",
            "about",
            "best",
            "it",
            "like",
            "something",
            "more");

    private static final Set<String> LEADS = Set.of("the", "a", "original", "old", "new", "first", "one", "just");

    private final TitleSearch search;

    ComparedTitles(TitleSearch search) {
        this.search = search;
    }

    /// A run of words between joints.
    private record Run(int begin, int end) {}

    /// A sentence with the other title marked, too.
    TitleSpotter.Spotted completed(TitleSpotter.Spotted spotted) {
        if (spotted.titles().size() != 1
                || !COMPARES.matcher(" " + spotted.plain() + " ").find()) {
            return spotted;
        }
        NamedTitle one = spotted.titles().getFirst();
        List<String> words = Plain.words(spotted.plain());
        Set<String> beginnings = beginnings(one);
        for (Run run : runs(words)) {
            String text = String.join(" ", words.subList(run.begin, run.end));
            Optional<Title> other = half(text, beginnings, one.itemId()).or(() -> called(text, one.itemId()));
            if (other.isPresent()) {
                return inOrder(words, run, other.get(), one);
            }
        }
        return spotted;
    }

    private static List<Run> runs(List<String> words) {
        List<Run> runs = new ArrayList<>();
        for (int k = 0; k < words.size(); ) {
            int end = k;
            while (end < words.size() && !isJoint(words.get(end))) {
                end++;
            }
            int begin = k;
            while (begin < end && LEADS.contains(words.get(begin))) {
                begin++;
            }
            if (begin < end && end - begin <= LONGEST) {
                runs.add(new Run(begin, end));
            }
            k = end + 1;
        }
        return runs;
    }

    private static boolean isJoint(String word) {
        return JOINTS.contains(word) || word.startsWith("<");
    }

    /// The title whose name is a beginning and these words, perhaps with others between.
    private Optional<Title> half(String text, Set<String> beginnings, long known) {
        for (String beginning : beginnings) {
            Optional<Title> title = search.named(beginning + " " + text)
                    .filter(hit -> CALLED_SO.contains(hit.kind()))
                    .map(TitleHit::title)
                    .filter(found -> found.itemId() != known);
            if (title.isPresent()) {
                return title;
            }
        }
        for (String beginning : beginnings) {
            for (TitleHit hit : search.hits(beginning + " " + text, HITS)) {
                String name = Plain.of(hit.name());
                if (hit.title().itemId() != known
                        && name.endsWith(" " + text)
                        && name.startsWith(beginning.split(" ", 2)[0] + " ")) {
                    return Optional.of(hit.title());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Title> called(String text, long known) {
        return search.named(text)
                .filter(hit -> CALLED_SO.contains(hit.kind()) && hit.title().members() >= KNOWN_TO_SOME)
                .map(TitleHit::title)
                .filter(found -> found.itemId() != known);
    }

    /// How names of the franchise may begin: as the title's own names do, the longest beginnings first.
    private Set<String> beginnings(NamedTitle title) {
        Set<String> beginnings = new LinkedHashSet<>();
        @Nullable
        String english =
                search.named(title.name()).map(hit -> hit.title().englishName()).orElse(null);
        for (String name : new String[] {title.typed(), title.name(), english == null ? "" : english}) {
            List<String> words = Plain.words(Plain.of(name)).stream()
                    .filter(word -> !JOINTS.contains(word))
                    .toList();
            for (int length = Math.min(LONGEST_BEGINNING, words.size()); length > 0; length--) {
                beginnings.add(String.join(" ", words.subList(0, length)));
            }
        }
        beginnings.removeIf(each -> each.length() < 3);
        return beginnings;
    }

    private static TitleSpotter.Spotted inOrder(List<String> words, Run run, Title title, NamedTitle one) {
        List<String> before = words.subList(0, run.begin);
        List<String> after = words.subList(run.end, words.size());
        NamedTitle other =
                new NamedTitle(title.itemId(), title.name(), String.join(" ", words.subList(run.begin, run.end)));
        boolean first = after.stream().anyMatch(word -> MARK.matcher(word).matches());
        List<String> all = new ArrayList<>(before);
        all.add(first ? "<t0>" : "<t1>");
        after.forEach(word -> all.add(first && MARK.matcher(word).matches() ? "<t1>" : word));
        return new TitleSpotter.Spotted(String.join(" ", all), first ? List.of(other, one) : List.of(one, other));
    }
}
