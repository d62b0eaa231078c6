package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs and fans that use a server without a pause, each on a thread and a connection of its own, and what they
/// were
/// answered: the status, or `broken` for no answer.
final class FaultLoad implements AutoCloseable {
    private static final String LIST =
            "[{\"itemId\": 1, \"score\": 9}, {\"itemId\": 5}, {\"itemId\": 45, \"score\": 3}]";
    private static final int TITLES = 70;

    /// What they do.
    enum Use {
        /// A program asks with a list in its request.
        ASK,
        /// Somebody without a kept list looks at a page.
        LOOK,
        /// A fan looks at recommendations for a kept list.
        READ,
        /// A fan changes a kept list.
        CHANGE
    }

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Fan> fans = new ArrayList<>();
    private final Map<Use, Map<String, LongAdder>> answers = new ConcurrentHashMap<>();
    private volatile boolean going = true;
    private volatile @Nullable Throwable broken;

    private FaultLoad(int port) {
        this.port = port;
    }

    /// Begins: three who ask and one who looks, and fans where lists are kept.
    static FaultLoad on(TestServer server, int fans) throws IOException, InterruptedException {
        FaultLoad load = new FaultLoad(server.server().port());
        for (int k = 0; k < 3; k++) {
            load.begin(() -> load.use(
                    Use.ASK, "POST", "/api/v1/recommendations?n=5&reasons=2", LIST, "Content-Type: application/json"));
        }
        load.begin(() -> load.use(Use.LOOK, "GET", "/titles/10?pick=1:9", ""));
        for (int k = 0; k < fans; k++) {
            Fan fan = load.new Fan();
            load.fans.add(fan);
            load.begin(fan::step);
        }
        load.awaitMore(5);
        return load;
    }

    private void begin(Runnable step) {
        threads.add(Thread.ofPlatform().start(() -> {
            try {
                while (going) {
                    step.run();
                }
            } catch (RuntimeException | AssertionError failed) {
                broken = failed;
            }
        }));
    }

    /// @return the status, 0 for no answer
    private int use(Use use, String method, String path, String body, String... headers) {
        try {
            OneRequest.Answer answer = OneRequest.send(port, method, path, body, headers);
            boolean comeBack =
                    answer.status() != 503 || answer.header("Retry-After").isPresent();
            note(use, comeBack ? Integer.toString(answer.status()) : "503 without Retry-After");
            return answer.status();
        } catch (IOException none) {
            note(use, "broken");
            return 0;
        }
    }

    private void note(Use use, String answer) {
        answers.computeIfAbsent(use, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(answer, _ -> new LongAdder())
                .increment();
    }

    /// Forgets the answers so far.
    void mark() {
        answers.clear();
    }

    /// All answers since the mark, in their order.
    String answers(Use use) {
        return String.join(
                " or ", new TreeSet<>(answers.getOrDefault(use, Map.of()).keySet()));
    }

    /// Waits until each use was answered so many times more.
    void awaitMore(int more) throws InterruptedException {
        for (Use use : uses()) {
            awaitMore(use, more);
        }
    }

    private List<Use> uses() {
        return fans.isEmpty() ? List.of(Use.ASK, Use.LOOK) : List.of(Use.values());
    }

    private void awaitMore(Use use, int more) throws InterruptedException {
        long from = count(use);
        await(use + " was answered " + more + " times more", () -> count(use) >= from + more);
    }

    /// Waits until a use got some answer, or the first got it again after the mark.
    void awaitAnswer(Use use, String answer) throws InterruptedException {
        await(use + " got " + answer, () -> answers.getOrDefault(use, Map.of()).containsKey(answer));
    }

    private long count(Use use) {
        return answers.getOrDefault(use, Map.of()).values().stream()
                .mapToLong(LongAdder::sum)
                .sum();
    }

    /// Waits until something is so, two minutes at most.
    void await(String what, BooleanSupplier so) throws InterruptedException {
        for (int k = 0; !so.getAsBoolean(); k++) {
            if (broken != null) {
                fail("the load broke", broken);
            }
            assertTrue(k < 12_000, () -> "two minutes have gone before " + what + ": " + answers);
            Thread.sleep(10);
        }
    }

    /// Ends the load, then asks for every fan's list: all that was acknowledged is there.
    void assertNothingAcknowledgedIsLost() throws IOException {
        stop();
        int acknowledged = 0;
        for (Fan fan : fans) {
            acknowledged += fan.acknowledged.size();
            fan.assertKept();
        }
        assertTrue(acknowledged > 0, "something was acknowledged");
    }

    private void stop() {
        going = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        if (broken != null) {
            fail("the load broke", broken);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /// Gives one title after the other a score, and looks at the recommendations in between.
    private final class Fan {
        private final String cookie;
        private final String token;
        private final Map<Long, Integer> acknowledged = new ConcurrentHashMap<>();
        private final Map<Long, Set<Integer>> perhaps = new ConcurrentHashMap<>();
        private long step;

        Fan() throws IOException {
            OneRequest.Answer kept = OneRequest.send(port, "POST", "/list", "pick=1:9", FORM);
            assertEquals(303, kept.status(), kept.body());
            cookie = "Cookie: " + kept.header("Set-Cookie").orElseThrow().split(";", 2)[0];
            Matcher field = Pattern.compile("name=\"form-token\" value=\"([0-9a-f]{64})\"")
                    .matcher(OneRequest.send(port, "GET", "/data", "", cookie).body());
            assertTrue(field.find());
            token = "form-token=" + field.group(1);
        }

        void step() {
            step++;
            long item = 2 + step % TITLES;
            int score = (int) (1 + (step / TITLES + step) % 10);
            String form = token + "&item=" + item + "&deed=seen&score=" + score;
            if (use(Use.CHANGE, "POST", "/feedback", form, FORM, cookie) == 303) {
                acknowledged.put(item, score);
                perhaps.remove(item);
            } else { // in the middle of a commit nobody knows
                perhaps.computeIfAbsent(item, _ -> new HashSet<>()).add(score);
            }
            use(Use.READ, "GET", "/recommendations", "", cookie);
        }

        void assertKept() throws IOException {
            OneRequest.Answer data = OneRequest.send(port, "GET", "/data/osusume.json", "", cookie);
            assertEquals(200, data.status(), data.body());
            Map<Long, Integer> found = new ConcurrentHashMap<>();
            for (JsonNode entry : JsonMapper.shared().readTree(data.body()).get("list")) {
                found.put(entry.get("itemId").asLong(), entry.path("score").asInt());
            }
            acknowledged.forEach((item, score) -> assertTrue(
                    score.equals(found.get(item))
                            || perhaps.getOrDefault(item, Set.of()).contains(found.getOrDefault(item, -1)),
                    () -> "title " + item + " was given " + score + ", found " + found.get(item)));
        }
    }
}
