package io.osusume.app;

import io.osusume.data.Title;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendationService;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds titles like one.
@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Shows the titles most like one.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume similar \"Steins;Gate\" -n 5")
final class SimilarCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Mixin
    ServingModel serving = new ServingModel();

    @Parameters(paramLabel = "TITLE", description = "A name (romaji, English or Japanese) or a MyAnimeList id.")
    String name = "";

    @Option(names = "-n", paramLabel = "N", description = "How many titles (default: ${DEFAULT-VALUE}).")
    int n = 10;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        TitleList.checkLength(n, workplace);
        RecommendationService service = serving.service(workplace);
        Title title = service.lookup().resolve(name);
        List<RankedTitle> titles = service.similar(title.itemId(), n);
        if (json) {
            workplace.print(TitleList.json(service.loaded().id(), titles)
                    .put("to", title.itemId())
                    .toPrettyString());
        } else {
            workplace.print("like " + title.displayName() + " (id " + title.itemId() + "):");
            workplace.print(TitleList.table(titles));
        }
        return 0;
    }
}
