package io.osusume.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Piece;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// How long an answer takes without a language model, and how long after a model's first token it is
/// passed on: over a real connection of this computer, from the moment before the token is written to
/// the moment the page's listener has it.
///
/// Argument: the folder of a registry whose champion is a hybrid, such as `artifacts/models`.
public final class AssistantBenchmark {
    private static final int TURNS = 400;
    private static final int WARM = 100;
    private static final List<String> MESSAGES = List.of(
            "something short and funny, no sequels, after 2010",
            "a mystery like Steins;Gate",
            "what is my taste?",
            "why not Naruto?",
            "compare Cowboy Bebop and Trigun",
            "in what order do I watch Naruto?",
            "tell me about Monster",
            "I give Trigun an 8");

    private final RecommendationService service;
    private final Fan fan;

    private AssistantBenchmark(RecommendationService service) {
        this.service = service;
        this.fan = new Fan(
                service.loaded().catalogue().titles().stream()
                        .map(Title::itemId)
                        .filter(itemId -> service.loaded().items().index(itemId).isPresent())
                        .limit(50)
                        .map(itemId -> new RatedItem(itemId, 8))
                        .toList(),
                Map.of(),
                NameLanguage.ROMAJI,
                false,
                false);
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if the model cannot be read or no port is free
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "arguments must be the folder of a registry, were " + List.of(arguments));
        }
        Kernels kernels = OpenBlasLibrary.kernels(new Threads(1));
        ModelRegistry registry = new ModelRegistry(
                Path.of(arguments[0]), List.of(HybridTrainer.defaults(LogisticTrainer.defaults())), kernels);
        RecommendationService service = new RecommendationService(registry.load(registry.champion()
                .orElseThrow(() -> new IllegalArgumentException(arguments[0] + " has no champion"))));
        AssistantBenchmark benchmark = new AssistantBenchmark(service);
        benchmark.print("answer by rules", benchmark.rules());
        benchmark.print("first token passed on", benchmark.firstTokens());
    }

    private void print(String what, double[] millis) {
        double[] warm = Arrays.copyOfRange(millis, WARM, millis.length);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%-22s %,d titles: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                what,
                service.loaded().items().size(),
                warm[warm.length / 2],
                warm[warm.length * 95 / 100],
                warm[warm.length * 99 / 100]);
    }

    private double[] rules() {
        double[] millis = new double[TURNS];
        try (Assistant assistant = Assistant.ofRules()) {
            for (int k = 0; k < TURNS; k++) {
                String said = MESSAGES.get(k % MESSAGES.size());
                long begun = System.nanoTime();
                assistant.answer(new Assistant.Ask(service, fan, "fan", List.of(), said), AnswerListener.NONE);
                millis[k] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return millis;
    }

    private double[] firstTokens() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        AtomicLong written = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, written));
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        double[] millis = new double[TURNS];
        try (Assistant assistant = new Assistant(
                Optional.of(new OpenAiModel(OpenAiSettings.of("sk-benchmark", address, "scripted"))),
                new AssistantLimits(100_000, 20, 8, Duration.ofSeconds(60), TURNS, 0, 1, 1),
                new AssistantUsage(),
                DayCount.inMemory(),
                InstantSource.system())) {
            for (int k = 0; k < TURNS; k++) {
                AtomicLong passed = new AtomicLong();
                AnswerListener listener = new AnswerListener() {
                    @Override
                    public void passed(Piece piece) {
                        passed.compareAndSet(0, System.nanoTime());
                    }
                };
                assistant.answer(new Assistant.Ask(service, fan, "fan", List.of(), "hello"), listener);
                millis[k] = (passed.get() - written.get()) / 1e6;
            }
        } finally {
            server.stop(0);
        }
        return millis;
    }

    private static void answer(HttpExchange exchange, AtomicLong written) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            written.set(System.nanoTime());
            event(out, "\"content\":\"Sure\"", "null");
            pause();
            event(out, "\"content\":\", what are you looking for?\"", "null");
            event(out, "", "\"stop\"");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20); // as between two tokens
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void event(OutputStream out, String delta, String ending) throws IOException {
        out.write(("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                        + "[{\"index\":0,\"finish_reason\":" + ending + ",\"delta\":{" + delta + "}}]}\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
