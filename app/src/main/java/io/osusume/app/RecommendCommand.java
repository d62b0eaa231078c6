package io.osusume.app;

import io.osusume.data.Title;
import io.osusume.lists.FanList;
import io.osusume.lists.ImportSummary;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListException;
import io.osusume.lists.MalExport;
import io.osusume.lists.NamedEntry;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.Filter;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import io.osusume.search.LookupException;
import io.osusume.search.TitleLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Recommends titles.
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = {
            "Recommends titles to a user of the training data, to a MyAnimeList export, or for a few picks.",
            "What is on the list is never recommended."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume recommend --list animelist.xml.gz -n 10",
            "  ./osusume recommend --pick \"Steins;Gate\" --pick 5114"
        })
final class RecommendCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Mixin
    Workplace workplace = new Workplace();

    @Mixin
    ServingModel serving = new ServingModel();

    @ArgGroup(multiplicity = "1")
    @Nullable
    For whom;

    @Option(names = "-n", paramLabel = "N", description = "How many titles (default: ${DEFAULT-VALUE}).")
    int n = 10;

    @Option(names = "--adult", description = "Adult titles may be among them.")
    boolean adult;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    boolean json;

    /// Whose taste: exactly one of these.
    static final class For {
        @Option(names = "--user", paramLabel = "ID", description = "A user of the training data.")
        @Nullable
        Long user;

        @Option(names = "--list", paramLabel = "FILE", description = "A MyAnimeList export, .xml or .xml.gz.")
        @Nullable
        Path list;

        @Option(names = "--pick", paramLabel = "TITLE", description = "A title liked, by name or id; again for more.")
        List<String> picks = new ArrayList<>();
    }

    @Override
    public Integer call() throws IOException {
        TitleList.checkLength(n, workplace);
        For taste = java.util.Objects.requireNonNull(whom, "required by the command line parser");
        RecommendationService service = serving.service(workplace);
        Long user = taste.user;
        if (user != null) {
            show(service, titlesOf(user, service), List.of());
            return 0;
        }
        Recommendations found = service.recommend(ask(taste, service));
        if (!found.notMatched().isEmpty() && !json) {
            workplace.tell(found.notMatched().size() + " of the list's titles are not known to the model: "
                    + found.notMatched().stream()
                            .limit(10)
                            .map(id -> service.title(id).map(Title::name).orElse("id " + id))
                            .collect(Collectors.joining(", "))
                    + (found.notMatched().size() > 10 ? ", ..." : ""));
        }
        show(service, RankedTitle.of(found.cards()), found.notMatched());
        return 0;
    }

    private List<RankedTitle> titlesOf(long user, RecommendationService service) {
        try {
            return service.recommendForUser(user, n);
        } catch (RecommendException unknown) {
            throw workplace.usage(String.valueOf(unknown.getMessage()));
        }
    }

    private FanList read(Path file) throws IOException {
        workplace.checkNoFolder("--list", file);
        try {
            return MalExport.read(file);
        } catch (ListException unusable) {
            throw new CommandFailure(file + " cannot be used: " + unusable.getMessage());
        }
    }

    private Ask ask(For taste, RecommendationService service) throws IOException {
        Path file = taste.list;
        TitleLookup lookup = service.lookup();
        if (file == null) {
            List<RatedItem> picked = taste.picks.stream()
                    .map(pick -> new RatedItem(lookup.resolve(pick).itemId(), 0))
                    .toList();
            return ask(picked, Map.of());
        }
        FanList list = read(file);
        ImportSummary summary = ImportSummary.of(list, service.loaded().catalogue(), name -> byName(lookup, name));
        if (!json) {
            workplace.tell(list.summary());
            tell(summary);
        }
        List<ListEntry> found = summary.matched();
        List<ListEntry> entries = new ArrayList<>(list.entries());
        entries.addAll(found.subList(found.size() - summary.byName(), found.size()));
        List<RatedItem> watched = entries.stream()
                .filter(entry -> entry.status().watched())
                .map(entry -> new RatedItem(entry.itemId(), entry.score()))
                .toList();
        Map<Long, Exclusion> planned = entries.stream()
                .filter(entry -> !entry.status().watched())
                .collect(Collectors.toMap(ListEntry::itemId, _ -> Exclusion.PLANNED, (first, _) -> first));
        return ask(watched, planned);
    }

    private Ask ask(List<RatedItem> watched, Map<Long, Exclusion> excluded) {
        Ask ask = Ask.of(watched, n).withExcluded(excluded);
        return adult ? ask.withFilter(Filter.USUAL.withAdult()) : ask;
    }

    private static Optional<Title> byName(TitleLookup lookup, String name) {
        if (name.matches("\\d+")) {
            return Optional.empty(); // it would be taken for an id
        }
        try {
            return Optional.of(lookup.resolve(name));
        } catch (LookupException noneOrSeveral) {
            return Optional.empty();
        }
    }

    private void tell(ImportSummary summary) {
        summary.adjustments().stream().limit(SHOWN).forEach(adjustment -> workplace.tell(adjustment.message()));
        int more = summary.adjustments().size() - SHOWN;
        if (more > 0) {
            workplace.tell("and " + more + " more like these");
        }
        if (!summary.unknownNames().isEmpty()) {
            workplace.tell("not found by name: "
                    + summary.unknownNames().stream()
                            .limit(SHOWN)
                            .map(NamedEntry::title)
                            .collect(Collectors.joining(", "))
                    + (summary.unknownNames().size() > SHOWN
                            ? " and " + (summary.unknownNames().size() - SHOWN) + " more"
                            : ""));
        }
    }

    private void show(RecommendationService service, List<RankedTitle> titles, List<Long> notMatched) {
        if (json) {
            ObjectNode result = TitleList.json(service.loaded().id(), titles);
            notMatched.forEach(result.putArray("notMatched")::add);
            workplace.print(result.toPrettyString());
        } else {
            workplace.print(TitleList.table(titles));
        }
    }
}
