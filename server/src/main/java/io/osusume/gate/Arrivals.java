package io.osusume.gate;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/// Ends connections on which a request arrives drop by drop. The container ends those on which nothing
/// comes at all; a client that sends a byte now and then would keep its connection, and where a body is
/// read a thread's memory, for as long as it likes. After a grace a request, head and body together,
/// must have come at [#LEAST_BYTES] a second or more.
final class Arrivals extends AbstractLifeCycle implements Connection.Listener {
    /// Bytes a second, after the grace.
    static final int LEAST_BYTES = 1_000;

    private static final String ATTRIBUTE = "io.osusume.gate.arrival";

    private final ConcurrentHashMap<Connection, Arrival> arriving = new ConcurrentHashMap<>();
    private final Duration grace;
    private @Nullable Thread sweeper;

    Arrivals(Duration grace) {
        this.grace = grace;
    }

    /// The request that comes on a connection, or is waited for.
    static final class Arrival {
        private final LongSupplier bytesIn;
        private volatile long bytesBefore;
        private volatile boolean whole;
        private long since;

        Arrival(LongSupplier bytesIn) {
            this.bytesIn = bytesIn;
        }

        /// The request has come wholly.
        void whole() {
            whole = true;
        }

        /// The next one may come.
        void answered() {
            bytesBefore = bytesIn.getAsLong();
            whole = false;
        }

        /// Whether it comes too slowly; asked by one thread, again and again.
        boolean tooSlow(long now, long graceNanos) {
            long bytes = bytesIn.getAsLong() - bytesBefore;
            if (whole || bytes == 0) {
                since = 0;
                return false;
            }
            if (since == 0) {
                since = now;
            }
            double beyondGrace = (now - since - graceNanos) / 1e9;
            return beyondGrace > 0 && bytes < beyondGrace * LEAST_BYTES;
        }
    }

    /// A request that tells when it has come wholly.
    static Request watched(Request request) {
        Object kept = request.getConnectionMetaData().getAttribute(ATTRIBUTE);
        if (!(kept instanceof Arrival arrival)) {
            return request;
        }
        Request.addCompletionListener(request, _ -> arrival.answered());
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.TRANSFER_ENCODING) && headers.getLongField(HttpHeader.CONTENT_LENGTH) <= 0) {
            arrival.whole();
        }
        return new Request.Wrapper(request) {
            @Override
            public Content.Chunk read() {
                Content.Chunk chunk = super.read();
                if (chunk != null && chunk.isLast()) {
                    arrival.whole();
                }
                return chunk;
            }
        };
    }

    @Override
    public void onOpened(Connection connection) {
        Arrival arrival = new Arrival(connection::getBytesIn);
        arriving.put(connection, arrival);
        if (connection instanceof ConnectionMetaData attributes) {
            attributes.setAttribute(ATTRIBUTE, arrival);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        arriving.remove(connection);
    }

    @Override
    protected void doStart() {
        Thread made = Thread.ofPlatform().daemon().name("osusume-arrivals").unstarted(this::sweep);
        sweeper = made;
        made.start();
    }

    @Override
    protected void doStop() {
        if (sweeper != null) {
            sweeper.interrupt();
        }
    }

    private void sweep() {
        Duration pause = Duration.ofMillis(Math.clamp(grace.toMillis() / 4, 50, 1_000));
        try {
            while (true) {
                Thread.sleep(pause);
                long now = System.nanoTime();
                arriving.forEach((connection, arrival) -> {
                    if (arrival.tooSlow(now, grace.toNanos())) {
                        connection.getEndPoint().close(new TimeoutException("the request came too slowly"));
                    }
                });
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
