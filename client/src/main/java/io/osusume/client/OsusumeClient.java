package io.osusume.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// Talks to an Osusume server. Safe for many threads; close it at the end. Every method throws an [OsusumeException] if
/// the server refuses or does not answer.
///
/// ```java
/// try (OsusumeClient osusume = OsusumeClient.of(URI.create("http://localhost:8080"))) {
///     FanList list = FanList.EMPTY.watched(5114, 9).watched(1);
///     for (Recommendations.Card card : osusume.recommend(list, Query.USUAL.n(5)).recommendations()) {
///         System.out.println(card.rank() + " " + card.title().name());
///     }
/// }
/// ```
public final class OsusumeClient implements AutoCloseable {
    private static final String API = "/api/v1";

    private final Transport transport;

    private OsusumeClient(Transport transport) {
        this.transport = transport;
    }

    /// Without a key, as patient as usual.
    public static OsusumeClient of(URI server) {
        return of(ClientSettings.of(server));
    }

    public static OsusumeClient of(ClientSettings settings) {
        return of(settings, Thread::sleep);
    }

    /// With another way to wait, for tests.
    static OsusumeClient of(ClientSettings settings, Transport.Sleeper sleeper) {
        return new OsusumeClient(new Transport(settings, sleeper));
    }

    private record Found(List<Title> titles) {}

    private record Alike(List<Title.Ranked> similar) {}

    private record New(String token) {}

    private <T> T get(String path, Class<T> type) {
        return Json.read(transport.send(Call.of("GET", API + path)).body(), type);
    }

    /// Titles by name, the best first.
    ///
    /// @param n how many at most, in [1, 100]
    public List<Title> search(String text, int n) {
        return get("/search" + Query.USUAL.with("q", text).n(n).text(), Found.class)
                .titles();
    }

    /// All that is known of a title.
    public Title.Facts title(long itemId) {
        return get("/titles/" + itemId, Title.Facts.class);
    }

    /// The titles most like one.
    ///
    /// @param n how many at most, in [1, 100]
    public List<Title.Ranked> similar(long itemId, int n) {
        return get("/titles/" + itemId + "/similar" + Query.USUAL.n(n).text(), Alike.class)
                .similar();
    }

    /// The model that answers now.
    public Model model() {
        return get("/model", Model.class);
    }

    /// The best titles for a list; nothing of it is kept.
    public Recommendations recommend(FanList list, Query query) {
        return Json.read(ask("/recommendations" + query.text(), list), Recommendations.class);
    }

    /// The best titles for a list that MyAnimeList exported, plain or gzip; nothing of it is kept.
    public Recommendations recommend(byte[] export, Query query) {
        Call call = Call.of("POST", API + "/recommendations" + query.text()).with("application/xml", export);
        return Json.read(transport.send(call).body(), Recommendations.class);
    }

    /// Why a title is not recommended for a list.
    public WhyNot whyNot(long itemId, FanList list, Query query) {
        return Json.read(ask("/titles/" + itemId + "/why-not" + query.text(), list), WhyNot.class);
    }

    private byte[] ask(String path, FanList list) {
        Call call = Call.of("POST", API + path).with("application/json", Json.write(list));
        return transport.send(call).body();
    }

    /// Makes a profile, for a key with the scope `profile`.
    ///
    /// @return its token, the only way to it: keep it secret, it cannot be found again
    public String createProfile() {
        return Json.read(
                        transport
                                .send(Call.of("POST", ProfileClient.PATH).once())
                                .body(),
                        New.class)
                .token();
    }

    /// The profile of a token.
    public ProfileClient profile(String token) {
        return new ProfileClient(transport, token, "");
    }

    /// How much is stored, by what it is; for a key with the scope `admin`.
    public Map<String, Object> counts() {
        return Json.object(transport.send(Call.of("GET", API + "/admin/counts")).body());
    }

    /// Which model is served; for a key with the scope `admin`.
    public Model.State modelState() {
        return get("/admin/model", Model.State.class);
    }

    /// Makes the server look for another champion now; for a key with the scope `admin`.
    ///
    /// @param again whether a version that was refused is tried once more
    public Model.State checkModel(boolean again) {
        Call call = Call.of("POST", API + "/admin/model/check?again=" + again);
        return Json.read(transport.send(call).body(), Model.State.class);
    }

    @Override
    public void close() {
        transport.close();
    }
}
