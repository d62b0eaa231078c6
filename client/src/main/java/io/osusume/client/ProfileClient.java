package io.osusume.client;

import io.osusume.client.Profile.Changed;
import io.osusume.client.Profile.Choices;
import io.osusume.client.Profile.Deed;
import io.osusume.client.Profile.Entry;
import io.osusume.client.Profile.Imported;
import io.osusume.client.Profile.Mark;
import io.osusume.client.Profile.Status;
import io.osusume.client.Profile.Stored;
import io.osusume.client.Profile.Undone;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One profile, opened by its token. The client's key must have the scope `profile`. Safe for many threads.
public final class ProfileClient {
    static final String PATH = "/api/v1/profile";

    private static final String JSON = "application/json";

    private final Transport transport;
    private final String token;
    private final String expected;

    ProfileClient(Transport transport, String token, String expected) {
        this.transport = transport;
        this.token = token;
        this.expected = expected;
    }

    private record Contents(
            long version,
            Instant created,
            List<Stored> entries,
            List<Mark> notInterested,
            List<Mark> saved,
            Choices settings) {}

    /// The same, but a change is refused (status 412) if the profile is not of this version any more.
    ///
    /// @param tag of [Profile#tag()]
    public ProfileClient expecting(String tag) {
        return new ProfileClient(transport, token, tag);
    }

    private HttpResponse<byte[]> send(Call call) {
        Call ours = call.header("Osusume-Profile", token);
        return transport.send(
                expected.isEmpty() || call.method().equals("GET") ? ours : ours.header("If-Match", expected));
    }

    /// All that is stored.
    public Profile read() {
        HttpResponse<byte[]> answer = send(Call.of("GET", PATH));
        Contents contents = Json.read(answer.body(), Contents.class);
        return new Profile(
                answer.headers().firstValue("ETag").orElse(""),
                contents.version(),
                contents.created(),
                contents.entries(),
                contents.notInterested(),
                contents.saved(),
                contents.settings());
    }

    /// Puts a title on the list, or gives it another status and score.
    ///
    /// @param score 1 to 10, null for nothing
    public Changed put(long itemId, Status status, @Nullable Integer score) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        if (score != null) {
            body.put("score", score);
        }
        return changed("PUT", "/entries/" + itemId, body);
    }

    /// Gives a title of the list another score, null for none; its status stays.
    public Changed score(long itemId, @Nullable Integer score) {
        return changed("PATCH", "/entries/" + itemId, Map.of("score", score == null ? 0 : score));
    }

    /// Takes a title off the list.
    public Changed remove(long itemId) {
        return Json.read(send(Call.of("DELETE", PATH + "/entries/" + itemId)).body(), Changed.class);
    }

    /// Makes these the list.
    public Changed replace(List<Entry> entries) {
        return changed("PUT", "/entries", entries);
    }

    /// Adds these to the list, or changes them.
    public Changed merge(List<Entry> entries) {
        return changed("PATCH", "/entries", entries);
    }

    /// Says something to a title.
    public Changed say(long itemId, Deed deed) {
        return changed("POST", "/feedback", Map.of("itemId", itemId, "deed", deed));
    }

    /// Says that a title was seen, with its score.
    public Changed seen(long itemId, int score) {
        return changed("POST", "/feedback", Map.of("itemId", itemId, "deed", Deed.SEEN, "score", score));
    }

    /// Chooses for good.
    public Changed choose(Choices choices) {
        return changed("PATCH", "", choices);
    }

    private Changed changed(String method, String path, Object body) {
        return Json.read(
                send(Call.of(method, PATH + path).with(JSON, Json.write(body))).body(), Changed.class);
    }

    /// Takes a change back, but for what has changed since.
    ///
    /// @param change of [Changed#change()]
    public Undone undo(long change) {
        Call call = Call.of("POST", PATH + "/changes/" + change + "/undo").once();
        return Json.read(send(call).body(), Undone.class);
    }

    /// Brings a list that MyAnimeList exported, plain or gzip.
    ///
    /// @param replace whether the list becomes the imported one; else it is added
    public Imported importExport(byte[] export, boolean replace) {
        Call call = Call.of("POST", PATH + "/import" + how(replace)).with("application/xml", export);
        return Json.read(send(call).body(), Imported.class);
    }

    /// Brings a list by user name.
    ///
    /// @param service `AniList`, `MyAnimeList` or `Kitsu`
    public Imported fetch(String service, String user, boolean replace) {
        Call call = Call.of("POST", PATH + "/fetch" + how(replace))
                .with(JSON, Json.write(Map.of("service", service, "user", user)));
        return Json.read(send(call).body(), Imported.class);
    }

    private static String how(boolean replace) {
        return "?how=" + (replace ? "replace" : "merge");
    }

    /// What the fan should watch.
    public Recommendations recommend(Query query) {
        return Json.read(
                send(Call.of("GET", PATH + "/recommendations" + query.text())).body(), Recommendations.class);
    }

    /// Why a title is not among them.
    public WhyNot whyNot(long itemId, Query query) {
        return Json.read(
                send(Call.of("GET", PATH + "/titles/" + itemId + "/why-not" + query.text()))
                        .body(),
                WhyNot.class);
    }

    /// All that is stored, as JSON to take along.
    public Map<String, Object> export() {
        return Json.object(send(Call.of("GET", PATH + "/export")).body());
    }

    /// The list as MyAnimeList imports it.
    public String animeList() {
        return new String(send(Call.of("GET", PATH + "/animelist.xml")).body(), StandardCharsets.UTF_8);
    }

    /// Deletes the profile and all that belongs to it.
    public void forget() {
        send(Call.of("DELETE", PATH).once());
    }
}
