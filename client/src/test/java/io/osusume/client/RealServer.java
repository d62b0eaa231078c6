package io.osusume.client;

import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import io.osusume.serving.ModelSource;
import io.osusume.web.ApiServices;
import io.osusume.web.ApiSettings;
import io.osusume.web.Operation;
import io.osusume.web.PageServices;
import io.osusume.web.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server with the hybrid over the shipped sample, and a store of profiles.
final class RealServer implements AutoCloseable {
    private final Database database;
    private final WebServer server;

    RealServer(Path folder, ApiSettings settings) {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
        ProfileStore profiles = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
        server = WebServer.start(
                0,
                "127.0.0.1",
                ModelSource.fixed(new RecommendationService(SampleModel.loaded())),
                new ApiServices(
                        settings,
                        Optional.of(new ApiKeys(database, InstantSource.system())),
                        Optional.of(database::counts),
                        Optional.empty()),
                new PageServices(Optional.of(profiles), List.of(), Optional::empty),
                Operation.USUAL);
    }

    ClientSettings settings() {
        return ClientSettings.of(URI.create("http://127.0.0.1:" + server.port()));
    }

    /// A client with a key of its own.
    OsusumeClient client(Scope... scopes) {
        String key = new ApiKeys(database, InstantSource.system())
                .create("a test", Set.of(scopes), null)
                .text();
        return OsusumeClient.of(settings().withKey(key));
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
