package io.osusume.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.json.JavalinJackson3;
import io.osusume.lists.ListLimits;
import io.osusume.serving.ModelSource;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import tools.jackson.databind.json.JsonMapper;

/// The server: pages for people and a JSON API, each request on a virtual thread. It never trains; it serves whatever
/// model its source gives at that moment.
///
/// ```java
/// try (WebServer server = WebServer.start(8080, "127.0.0.1", ModelSource.fixed(service))) { ... }
/// ```
public final class WebServer implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /// Starts listening, the API open to everybody who reaches the port.
    ///
    /// @param port 0 for any free one
    /// @param host the address to listen on, such as `127.0.0.1`
    public static WebServer start(int port, String host, ModelSource source) {
        return start(port, host, source, ApiSettings.OPEN, ApiServices.NONE, PageServices.NONE);
    }

    /// Starts listening, with settings for the API and more than recommendations to offer.
    public static WebServer start(
            int port, String host, ModelSource source, ApiSettings settings, ApiServices api, PageServices services) {
        Javalin javalin =
                Javalin.create(config -> configure(config, new CurrentModel(source), settings, api, services));
        javalin.start(host, port);
        return new WebServer(javalin);
    }

    private static void configure(
            JavalinConfig config, CurrentModel model, ApiSettings settings, ApiServices api, PageServices services) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = ListLimits.DEFAULT.fileBytes();
        // a form is its file and a little more
        config.jetty.multipartConfig.maxFileSize(ListLimits.DEFAULT.fileBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(ListLimits.DEFAULT.fileBytes() + 65_536, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.jetty.modifyServer(server -> {
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(GRACE.toMillis());
            server.setErrorHandler(new BareErrors());
        });
        config.jsonMapper(new JavalinJackson3(
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build(),
                true));
        StaticFiles files = new StaticFiles();
        Pages pages = new Pages(files, model);
        config.routes.before(SecurityHeaders::set);
        files.register(config.routes);
        new ApiRoutes(model, settings, api, services).register(config.routes);
        new PageRoutes(new Site(model, pages, new Fans(services.profiles()), services)).register(config.routes);
        new ErrorResponses(pages).register(config.routes);
    }

    /// The port it listens on.
    public int port() {
        return javalin.port();
    }

    /// All its routes, such as `GET /search`; for tests.
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(each -> each.method.isHttpMethod())
                .map(each -> each.method.name() + " " + each.path)
                .toList();
    }

    /// Stops listening, lets running requests finish for up to ten seconds, then ends.
    public void stop() {
        javalin.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
