package io.osusume.metrics;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Serves `/metrics` on a port of its own, so that the way to it is another one than the fans': opening
/// the port of the pages to the world does not open this one.
public final class MetricsServer implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int THREADS = 8;

    private final Server server;
    private final ServerConnector connector;

    private MetricsServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Starts listening.
    ///
    /// @param host the address to listen on, such as `127.0.0.1`
    /// @param port 0 for any free one
    /// @throws Exception if it cannot listen there, a [java.net.BindException] among the causes if the
    ///     port is taken
    public static MetricsServer start(String host, int port, Metrics metrics) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("osusume-metrics");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new Page(metrics));
        try {
            server.start();
        } catch (Exception failed) {
            server.stop();
            throw failed;
        }
        return new MetricsServer(server, connector);
    }

    /// The port it listens on.
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception late) {
            throw new IllegalStateException("the server of metrics does not stop", late);
        }
    }

    /// The one page.
    private static final class Page extends Handler.Abstract {
        private final Metrics metrics;

        Page(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean asked = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
            if (!asked || !"/metrics".equals(request.getHttpURI().getCanonicalPath())) {
                return false;
            }
            Exposition page = metrics.scrape(request.getHeaders().get(HttpHeader.ACCEPT));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.contentType());
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(page.body()), callback);
            return true;
        }
    }
}
