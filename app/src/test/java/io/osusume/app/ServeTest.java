package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as a process: from its start to the signal that ends it.
@ExtendWith(TrainedOnce.class)
class ServeTest {
    private static final Pattern ADDRESS =
            Pattern.compile("serving (ease-\\S+) at (http://localhost:\\d+) \\(Ctrl-C ends it\\)\n");

    private static final String LOG_LINE =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.]\\d{3}Z INFO AccessLog: answered method=.* model=ease-.* request=[0-9a-f]{32}";

    @TempDir
    Path folder;

    private Path artifacts = Path.of("");

    @BeforeEach
    void takeAChampion(TrainedOnce.Trained trained) throws IOException {
        artifacts = trained.copyTo(folder.resolve("artifacts"));
    }

    @Test
    void itAnswersPagesApiAndHealthAndEndsCleanlyOnSigterm() throws IOException, InterruptedException {
        try (OwnProcess server =
                        OwnProcess.start(folder, artifacts, "serve", "--port", "0", "--set", "metrics.port=none");
                HttpClient client = HttpClient.newHttpClient()) {
            server.await(
                    "the address was shown",
                    () -> ADDRESS.matcher(outOf(server)).matches());
            Matcher shown = ADDRESS.matcher(server.out());
            assertTrue(shown.matches());
            URI address = URI.create(shown.group(2));

            JsonNode ready = json(client, HttpRequest.newBuilder(address.resolve("/health/ready")));
            assertEquals("ready", ready.get("status").asString());
            assertEquals(shown.group(1), ready.get("model").asString());
            String page = answer(client, HttpRequest.newBuilder(address.resolve("/")));
            assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("Osusume"), page);
            JsonNode given = json(
                    client,
                    HttpRequest.newBuilder(address.resolve("/api/v1/recommendations?n=3"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("[{\"itemId\": 9253}]")));
            JsonNode same = CommandRun.in(artifacts, "recommend", "--pick", "9253", "-n", "3", "--json")
                    .json();
            assertEquals(ids(same.get("titles"), false), ids(given.get("recommendations"), true));

            server.signal("TERM");
            int exitCode = server.end();
            assertTrue(exitCode == 0 || exitCode == 143, "exit code " + exitCode);
            server.err().lines().forEach(line -> assertTrue(line.matches(LOG_LINE), line));
            assertTrue(server.err().contains(" route=/api/v1/recommendations status=200 "), server.err());
        }
    }

    @Test
    void aPortThatIsTakenIsSaidSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CommandRun.in(artifacts, "serve", "--port", Integer.toString(taken.getLocalPort()))
                    .assertFailure(
                            1,
                            "port " + taken.getLocalPort() + " at 127.0.0.1 cannot be listened on (Address already in"
                                    + " use); choose another with --port, or 0 for any free one");
        }
    }

    private static List<Long> ids(JsonNode titles, boolean nested) {
        return titles.valueStream()
                .map(each -> nested ? each.get("title") : each)
                .map(title -> title.get("itemId").asLong())
                .toList();
    }

    private static JsonNode json(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(answer(client, request));
    }

    private static String answer(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    private static String outOf(OwnProcess server) {
        try {
            return server.out();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
