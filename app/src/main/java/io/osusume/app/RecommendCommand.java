package io.osusume.app;

import io.osusume.data.Title;
import io.osusume.lists.FanList;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListException;
import io.osusume.lists.MalExport;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import io.osusume.recommend.Wish;
import io.osusume.search.TitleLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        Recommendations found = service.recommend(wish(taste, service));
        if (!found.notMatched().isEmpty() && !json) {
            workplace.tell(found.notMatched().size() + " of the list's titles are not known to the model: "
                    + found.notMatched().stream()
                            .limit(10)
                            .map(id -> service.title(id).map(Title::name).orElse("id " + id))
                            .collect(Collectors.joining(", "))
                    + (found.notMatched().size() > 10 ? ", ..." : ""));
        }
        show(service, found.titles(), found.notMatched());
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

    private Wish wish(For taste, RecommendationService service) throws IOException {
        Path file = taste.list;
        if (file == null) {
            TitleLookup lookup = service.lookup();
            List<RatedItem> picked = taste.picks.stream()
                    .map(pick -> new RatedItem(lookup.resolve(pick).itemId(), 0))
                    .toList();
            return new Wish(picked, Set.of(), adult, n);
        }
        FanList list = read(file);
        if (!json) {
            workplace.tell(list.summary());
        }
        List<RatedItem> watched = list.watched().stream()
                .map(entry -> new RatedItem(entry.itemId(), entry.score()))
                .toList();
        Set<Long> planned = list.planned().stream().map(ListEntry::itemId).collect(Collectors.toSet());
        return new Wish(watched, planned, adult, n);
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
