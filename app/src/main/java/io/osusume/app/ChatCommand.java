package io.osusume.app;

import io.osusume.assistant.Answer;
import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Piece;
import io.osusume.assistant.Turn;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendationService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Talks in the terminal: each line of standard input is a message.
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Talks about titles: each line of standard input is a message, an empty one ends it.",
            "With OPENAI_API_KEY a language model understands and phrases; without, rules do."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume chat --pick \"Steins;Gate\"")
final class ChatCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Mixin
    ServingModel serving = new ServingModel();

    @Option(names = "--pick", paramLabel = "TITLE", description = "A title liked, by name or id; again for more.")
    List<String> picks = new ArrayList<>();

    @Option(names = "--adult", description = "Adult titles may be among them.")
    boolean adult;

    @Override
    public Integer call() throws IOException {
        RecommendationService service = serving.service(workplace);
        List<RatedItem> watched = picks.stream()
                .map(pick -> new RatedItem(service.lookup().resolve(pick).itemId(), 0))
                .toList();
        Fan fan = new Fan(watched, Map.of(), NameLanguage.ROMAJI, adult, false);
        try (Assistant assistant = Assembly.assistant(workplace.settings(), DayCount.inMemory(), System.getenv())) {
            workplace.tell(assistant
                    .modelName()
                    .map(name -> "the language model " + name + " phrases the answers")
                    .orElse("rules answer: there is no OPENAI_API_KEY"));
            talk(service, fan, assistant);
        }
        return 0;
    }

    private void talk(RecommendationService service, Fan fan, Assistant assistant) throws IOException {
        List<Turn> earlier = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.isBlank(); line = in.readLine()) {
            try {
                Answer answer = assistant.answer(
                        new Assistant.Ask(service, fan, "terminal", earlier, line), AnswerListener.NONE);
                earlier.add(Turn.of(line, answer));
                if (earlier.size() > assistant.turnsKept()) {
                    earlier.removeFirst();
                }
                workplace.print(text(answer, service));
                if (!answer.why().isEmpty()) {
                    workplace.tell(answer.why());
                }
            } catch (IllegalArgumentException unusable) {
                workplace.tell(String.valueOf(unusable.getMessage()));
            }
        }
    }

    private static String text(Answer answer, RecommendationService service) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : answer.pieces()) {
            switch (piece) {
                case Piece.Words(String words) -> text.append(words);
                case Piece.TitleMark(long itemId) ->
                    text.append(service.title(itemId).map(Title::name).orElse("a title that is gone"));
            }
        }
        return text.toString().strip();
    }
}
