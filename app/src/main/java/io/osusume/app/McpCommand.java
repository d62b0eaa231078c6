package io.osusume.app;

import io.osusume.assistant.Assistant;
import io.osusume.assistant.Fan;
import io.osusume.data.NameLanguage;
import io.osusume.mcp.McpDesk;
import io.osusume.mcp.McpStdio;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.VersionCards;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the Model Context Protocol on standard input and output.
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the assistant's tools by the Model Context Protocol on standard input and output,",
            "for ChatGPT, Claude or an editor that starts this command."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume mcp --pick \"Steins;Gate\"")
final class McpCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Mixin
    ServingModel serving = new ServingModel();

    @Option(names = "--pick", paramLabel = "TITLE", description = "A title liked, by name or id; again for more.")
    List<String> picks = new ArrayList<>();

    @Option(names = "--adult", description = "Adult titles may be among them.")
    boolean adult;

    /// Tells when its other side has hung up.
    private static final class Watched extends FilterInputStream {
        private final CountDownLatch ended;

        Watched(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return noted(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return noted(super.read(bytes, from, length));
        }

        private int noted(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RecommendationService service = serving.service(workplace);
        List<RatedItem> watched = picks.stream()
                .map(pick -> new RatedItem(service.lookup().resolve(pick).itemId(), 0))
                .toList();
        Fan fan = new Fan(watched, Map.of(), NameLanguage.ROMAJI, adult, false);
        CountDownLatch ended = new CountDownLatch(1);
        VersionCards cards = new VersionCards(Assembly.registry(workplace, Assembly.plainKernels()));
        try (Assistant assistant = Assistant.ofRules()) {
            McpStdio talk = new McpStdio(
                    new McpDesk(() -> service, assistant, cards::of),
                    fan,
                    CodeVersion.describe(),
                    new Watched(System.in, ended),
                    System.out);
            ended.await();
            talk.close();
        }
        return 0;
    }
}
