package io.osusume.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.HandlerType;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.osusume.gate.Gate;
import io.osusume.lists.ListLimits;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The server: pages for people and a JSON API, each request on a virtual thread. It never trains; it serves whatever
/// model its source gives at that moment.
///
/// ```java
/// try (WebServer server = WebServer.start(8080, "127.0.0.1", ModelSource.fixed(service))) { ... }
/// ```
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;
    private final Gate gate;

    private WebServer(Javalin javalin, Gate gate) {
        this.javalin = javalin;
        this.gate = gate;
    }

    /// Starts listening, the API open to everybody who reaches the port.
    ///
    /// @param port 0 for any free one
    /// @param host the address to listen on, such as `127.0.0.1`
    public static WebServer start(int port, String host, ModelSource source) {
        return start(port, host, source, ApiServices.keyless(ApiSettings.OPEN), PageServices.NONE, Operation.USUAL);
    }

    /// Starts listening, with more than recommendations to offer, as an operator wishes.
    public static WebServer start(
            int port, String host, ModelSource source, ApiServices api, PageServices services, Operation operation) {
        Gate gate = new Gate(operation.gate(), () -> servedBy(source));
        Javalin javalin = Javalin.create(config -> {
            config.jetty.modifyServer(gate::install);
            config.jetty.addConnector((server, http) -> gate.connector(server, http, host, port));
            configure(config, new CurrentModel(source), api, services, operation, gate);
        });
        gate.routes((method, path) -> template(javalin, method, path));
        javalin.start();
        return new WebServer(javalin, gate);
    }

    private static String servedBy(ModelSource source) {
        return source.get() instanceof ModelState.Ready ready
                ? ready.service().loaded().id()
                : "";
    }

    private static @Nullable String template(Javalin javalin, String method, String path) {
        HandlerType type = HandlerType.findOrDefault(method);
        ParsedEndpoint found = javalin.unsafe.internalRouter.findFirstHttpHandlerEntry(type, path);
        return found == null ? null : found.endpoint.path;
    }

    private static void configure(
            JavalinConfig config,
            CurrentModel model,
            ApiServices api,
            PageServices services,
            Operation operation,
            Gate gate) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = ListLimits.DEFAULT.fileBytes();
        // a form is its file and a little more
        config.jetty.multipartConfig.maxFileSize(ListLimits.DEFAULT.fileBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(ListLimits.DEFAULT.fileBytes() + 65_536, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.requestLogger.http((ctx, _) -> {
            Endpoint answered = ctx.endpoints().matchedHttpEndpoint();
            if (answered != null) {
                ctx.req().setAttribute(Gate.ROUTE, answered.path);
            }
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
        Health health = new Health(model, new StoreCheck(operation.ping()), gate::draining);
        new ApiRoutes(model, api, services, health, operation.gate().telemetry()).register(config.routes);
        new McpRoute(model, api, services).register(config.routes);
        new PageRoutes(new Site(
                        model,
                        pages,
                        new Fans(services.profiles()),
                        services,
                        operation.gate().telemetry()))
                .register(config.routes);
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

    /// Says that it is not ready any more, stops listening, lets running requests finish for a while, then ends.
    public void stop() {
        gate.drain();
        javalin.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
