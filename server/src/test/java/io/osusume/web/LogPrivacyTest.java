package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.gate.GateSettings;
import io.osusume.gate.RequestLines;
import io.osusume.gate.TrustedProxies;
import io.osusume.imports.ListSource;
import io.osusume.lists.FanList;
import io.osusume.logs.CapturedLog;
import io.osusume.logs.Logs;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.ProfileToken;
import io.osusume.profiles.Scope;
import io.osusume.profiles.StoreTrouble;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.serving.ModelSource;
import io.osusume.telemetry.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sends marked secrets through every route in every place of a request, good and broken, and looks at all that was
/// logged.
class LogPrivacyTest {
    private static final String SECRET = "Ganbaru7";
    private static final String XML = """
            <?xml version="1.0"?><myanimelist><myinfo><user_name>Ganbaru7</user_name></myinfo><anime>
            <series_animedb_id>%s</series_animedb_id><series_title>Ganbaru7</series_title>
            <my_score>9</my_score><my_status>%s</my_status></anime></myanimelist>""";

    @TempDir
    Path folder;

    private final AtomicInteger sent = new AtomicInteger();
    private String key = "";

    /// Fails in ways nobody foresaw, quoting what it was given.
    private record Careless(String name) implements ListSource {
        @Override
        public FanList fetch(String userName) {
            throw new IllegalStateException("no list of " + userName, new NumberFormatException(userName));
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAFanIsInAnyLine(Logs.Form form) throws Exception {
        GateSettings gate = new GateSettings(
                Telemetry.NONE,
                TrustedProxies.of(List.of("127.0.0.1")),
                RequestLines.ALL,
                Duration.ofSeconds(10), // a starved client may pause between two requests
                4096,
                Duration.ZERO,
                Duration.ofSeconds(10));
        String cookie;
        String lines;
        Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
        try (CapturedLog log = new CapturedLog(form)) {
            ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
            PageServices services =
                    new PageServices(Optional.of(store), List.of(new Careless("AniList")), Optional::empty);
            ModelSource source = ModelSource.fixed(new RecommendationService(SmallModel.loaded()));
            ApiKeys keys = new ApiKeys(database, InstantSource.system());
            ApiServices api = new ApiServices(
                    ApiSettings.OPEN, Optional.of(keys), Optional.of(database::counts), Optional.empty());
            key = keys.create(SECRET, EnumSet.allOf(Scope.class), null).text();
            try (TestServer server =
                    TestServer.start(source, api, services, new Operation(gate, Optional.of(database::ping)))) {
                cookie = cookie(server);
                everyRoute(server, cookie);
                lists(server, cookie);
                unreadable(server);
                StoreTrouble.limitPages(database, 1);
                everyRoute(server, cookie);
                database.close();
                everyRoute(server, cookie);
            }
            lines = log.end();
        }
        String said = lines;
        assertTrue(lines.lines().count() >= sent.get(), () -> sent + " requests, but " + said);
        assertTrue(lines.contains("java.lang.NumberFormatException"), "what nobody foresaw is told, without its words");
        for (String secret : List.of(SECRET, SECRET.toLowerCase(Locale.ROOT), "For input")) {
            assertEquals(
                    List.of(),
                    lines.lines().filter(line -> line.contains(secret)).toList());
        }
        assertFalse(lines.contains(cookie.split("=", 2)[1]), "the token of a profile");
        assertFalse(lines.contains(key.substring(17)), "the secret of a key");
        SmallModel.catalogue()
                .titles()
                .forEach(title -> assertFalse(said.contains(title.name()), () -> title.name() + " in " + said));
        assertFalse(lines.contains("/titles/1"), "the page of a title");
    }

    private static String cookie(TestServer server) throws Exception {
        HttpResponse<String> kept = server.post("/list", "application/x-www-form-urlencoded", "pick=1:9");
        return kept.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private void send(TestServer server, String path, String cookie, String method, String type, byte[] body)
            throws Exception {
        for (String authorization : List.of(SECRET, key)) {
            if (method.equals("DELETE") && path.startsWith("/api/v1/profile") && !path.contains("entries")) {
                continue; // the profile is needed for what comes after
            }
            sent.incrementAndGet();
            send(server, path, cookie, method, type, body, authorization);
        }
    }

    private static void send(
            TestServer server,
            String path,
            String cookie,
            String method,
            String type,
            byte[] body,
            String authorization)
            throws Exception {
        server.send(HttpRequest.newBuilder(URI.create(server.address(path)))
                .header("Cookie", cookie)
                .header("User-Agent", SECRET)
                .header("Referer", "http://" + SECRET)
                .header("Authorization", "Bearer " + authorization)
                .header("Osusume-Profile", cookie.substring(cookie.indexOf('=') + 1))
                .header("X-Forwarded-For", SECRET)
                .header("X-Request-Id", "<" + SECRET + ">")
                .header("traceparent", SECRET)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    private void everyRoute(TestServer server, String cookie) throws Exception {
        String query = "?pick=" + SECRET + "&q=" + SECRET + "&names=" + SECRET + "&cursor=" + SECRET + "&n=" + SECRET
                + "&done=" + SECRET + "&from=" + SECRET + "&v=" + SECRET;
        String form = "form-token=" + SECRET + "&item=" + SECRET + "&deed=" + SECRET + "&pick=" + SECRET
                + "&service=AniList&user=" + SECRET + "&change=" + SECRET + "&names=" + SECRET;
        for (String route : server.server().routes()) {
            String method = route.split(" ", 2)[0];
            String path = route.split(" ", 2)[1];
            for (String id : List.of("1", SECRET, URLEncoder.encode(SECRET + "/ä", StandardCharsets.UTF_8))) {
                for (String asked : List.of("", query)) {
                    String filled = path.replaceAll("\\{[^}]*}", id) + asked;
                    send(server, filled, cookie, method, "application/x-www-form-urlencoded", bytes(form));
                    send(
                            server,
                            filled,
                            "osusume-profile=" + SECRET,
                            method,
                            "application/json",
                            bytes("{\"" + SECRET));
                    send(server, filled, cookie, method, SECRET + "/" + SECRET, bytes(SECRET));
                }
            }
        }
        send(server, "/" + SECRET, cookie, "GET", "text/plain", new byte[0]);
        send(server, "/", cookie, SECRET, "text/plain", new byte[0]);
    }

    private void lists(TestServer server, String cookie) throws Exception {
        ProfileToken profile = ProfileToken.parse(cookie.split("=", 2)[1]).orElseThrow();
        String token = "form-token=" + FormGuard.token(profile);
        send(
                server,
                "/import",
                cookie,
                "POST",
                "application/x-www-form-urlencoded",
                bytes(token + "&service=AniList&user=" + SECRET));
        for (String xml : List.of(
                XML.formatted("1", "Completed"),
                XML.formatted(SECRET, "Completed"),
                XML.formatted("1", SECRET),
                XML.formatted("1", "Completed").substring(0, 150),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///" + SECRET + "\">]><myanimelist>&e;</myanimelist>")) {
            send(server, "/api/v1/recommendations", cookie, "POST", "application/xml", bytes(xml));
            send(server, "/api/v1/recommendations", cookie, "POST", "application/gzip", gzip(xml));
            for (String end : List.of("\r\n--b--\r\n", "")) {
                send(
                        server,
                        "/recommendations?" + token,
                        cookie,
                        "POST",
                        "multipart/form-data; boundary=b",
                        bytes("--b\r\nContent-Disposition: form-data; name=\"list\"; filename=\"" + SECRET
                                + "\"\r\n\r\n" + xml + end));
            }
        }
        for (String json : List.of(
                "[{\"itemId\": \"" + SECRET + "\"}]",
                "[{\"" + SECRET + "\": 1}]",
                "[{\"itemId\": 1, \"score\": \"" + SECRET + "\"}]",
                "[{\"itemId\": 1}] " + SECRET,
                "{\"list\": [{\"itemId\": 1}], \"excluded\": [{\"itemId\": 6, \"why\": \"" + SECRET + "\"}]}")) {
            send(server, "/api/v1/recommendations", cookie, "POST", "application/json", bytes(json));
        }
    }

    /// Requests that break the protocol, or off in the middle.
    private void unreadable(TestServer server) throws IOException {
        for (String request : List.of(
                SECRET + "\r\n\r\n",
                "GET /" + SECRET + "%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?" + SECRET + "=\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n" + SECRET + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + SECRET.repeat(5_000) + "\r\n\r\n",
                "GET /" + SECRET.repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://" + SECRET + ":port/ HTTP/1.1\r\nHost: " + SECRET + "\r\n\r\n",
                "GET /../../" + SECRET + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nCookie: " + SECRET + "=\u0001\"\r\nConnection: close\r\n\r\n",
                "POST /import HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nuser=" + SECRET,
                "POST /import HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n5\r\nuser=\r\n" + SECRET)) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }
}
