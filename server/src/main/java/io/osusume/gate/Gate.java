package io.osusume.gate;

import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The outermost handler of a server. It gives each request an id, puts the client's address right
/// behind a trusted proxy, tells the telemetry and the log of each answer, and leads the way out at the
/// end.
///
/// A request that cannot even be read never comes here; the log of the container tells of it.
public final class Gate extends Handler.Wrapper implements RequestLog {
    /// The attribute of a request into which the template of its path is put.
    public static final String ROUTE = "io.osusume.gate.route";

    /// What stands for the template of a path that leads nowhere.
    public static final String NO_ROUTE = "none";

    /// What the log calls the id of a request.
    static final String LOG_KEY = "request";

    private static final String SEEN = "io.osusume.gate.seen";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final long PAUSE_MILLIS = 10;

    /// What proxies note for a client that went away before its answer.
    private static final int NO_ANSWER = 499;

    private final GateSettings settings;
    private final AccessLog log;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile BiFunction<String, String, @Nullable String> routes = (_, _) -> null;
    private @Nullable ServerConnector connector;
    private volatile boolean draining;

    /// @param model the id of the model that is served, empty for none
    public Gate(GateSettings settings, Supplier<String> model) {
        this.settings = settings;
        this.log = new AccessLog(settings.lines(), model);
    }

    /// Becomes the outermost handler of a server.
    public void install(Server server) {
        server.setHandler(this);
        server.setRequestLog(this);
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(settings.drainLimit().toMillis());
    }

    /// The one way in.
    ///
    /// @param port 0 for any free one
    public Connector connector(Server server, HttpConfiguration http, String host, int port) {
        // else a value that begins like one sent before on the connection takes over that one's letters: Jetty's cache
        // of headers does not tell a from A, tokens and keys do
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector made = new ServerConnector(server, new HttpConnectionFactory(http));
        made.setHost(host);
        made.setPort(port);
        made.setIdleTimeout(settings.clientTimeout().toMillis());
        made.setShutdownIdleTimeout(PAUSE_MILLIS);
        made.addBean(new Arrivals(settings.clientTimeout()));
        made.addBean(new NetworkConnectionLimit(settings.connections(), made));
        connector = made;
        return made;
    }

    /// Where the template of a path is looked up for a request that was refused before it was known.
    ///
    /// @param routes gives the template of a method and path, null for none
    public void routes(BiFunction<String, String, @Nullable String> routes) {
        this.routes = routes;
    }

    /// Whether the server is about to end: no more requests should be sent here.
    public boolean draining() {
        return draining;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long start = System.nanoTime();
        giveWay();
        boolean trusted = ForwardedRequest.fromTrusted(request, settings.proxies());
        String id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
        request.setAttribute(SEEN, true);
        request.setAttribute(RequestId.ATTRIBUTE, id);
        response.getHeaders().put(RequestId.HEADER, id);
        if (draining) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        inside.addAndGet(2); // until it is told of, and until its answer is sent, whichever is later
        Request.addCompletionListener(request, _ -> inside.decrementAndGet());
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String parent = trusted ? String.valueOf(request.getHeaders().get("traceparent")) : "";
        Running running = settings.telemetry().begins(new Work.Request(method, parent));
        MDC.put(LOG_KEY, id);
        int status = 500;
        try {
            Request forwarded = ForwardedRequest.of(request, settings.proxies());
            boolean handled = super.handle(Arrivals.watched(forwarded), response, callback);
            int answered = response.getStatus();
            status = handled ? answered == 0 ? NO_ANSWER : answered : 404;
            return handled;
        } finally {
            String route = route(request);
            running.ended(new Outcome.Answered(route, status));
            log.write(method, route, status, System.nanoTime() - start);
            MDC.remove(LOG_KEY);
            inside.decrementAndGet();
        }
    }

    /// Lets others go first. A client that asks again as soon as it is answered would keep the virtual thread of its
    /// connection at work while others wait: no scheduler takes one away.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void giveWay() {
        Thread.yield();
    }

    private String route(Request request) {
        if (request.getAttribute(ROUTE) instanceof String known) {
            return known;
        }
        HttpURI uri = request.getHttpURI();
        String path = uri.getDecodedPath();
        String found = path == null ? null : routes.apply(request.getMethod(), path);
        return found == null ? NO_ROUTE : found;
    }

    /// Tells of requests that could not be read.
    @Override
    public void log(Request request, Response response) {
        if (request.getAttribute(SEEN) == null) {
            settings.telemetry()
                    .begins(new Work.Request("OTHER", ""))
                    .ended(new Outcome.Answered(NO_ROUTE, response.getStatus()));
            log.write("OTHER", NO_ROUTE, response.getStatus(), 0);
        }
    }

    /// Sees everybody out: for a while requests are still taken, each answer being the last on its
    /// connection and [#draining] true, so that whoever sends requests here hears of it; then no more
    /// connections are taken, and what is inside may finish, up to a limit.
    public void drain() {
        draining = true;
        try {
            Thread.sleep(settings.drainDelay());
            if (connector != null) {
                connector.close();
            }
            long end = System.nanoTime() + settings.drainLimit().toNanos();
            int quiet = 0;
            while (quiet < 3 && System.nanoTime() - end < 0) {
                Thread.sleep(Duration.ofMillis(PAUSE_MILLIS));
                quiet = inside.get() == 0 ? quiet + 1 : 0;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
