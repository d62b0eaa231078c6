package io.osusume.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/// A request as its client sent it to a trusted proxy: the client's address, and whether it came over
/// TLS.
final class ForwardedRequest extends Request.Wrapper {
    private final ConnectionMetaData connection;
    private final HttpURI uri;
    private final boolean secure;

    private ForwardedRequest(Request request, InetSocketAddress client, boolean secure) {
        super(request);
        this.secure = secure;
        this.uri = secure ? HttpURI.build(request.getHttpURI()).scheme("https").asImmutable() : request.getHttpURI();
        this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
    }

    /// The request as it came, or as a trusted proxy says it came.
    static Request of(Request request, TrustedProxies proxies) {
        if (!fromTrusted(request, proxies)
                || !(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)) {
            return request;
        }
        InetAddress client =
                proxies.client(peer.getAddress(), request.getHeaders().getCSV("X-Forwarded-For", false));
        List<String> schemes = request.getHeaders().getCSV("X-Forwarded-Proto", false);
        boolean secure = schemes.isEmpty()
                ? request.isSecure()
                : schemes.getLast().strip().equalsIgnoreCase("https");
        return new ForwardedRequest(request, new InetSocketAddress(client, peer.getPort()), secure);
    }

    /// Whether a trusted proxy sent a request.
    static boolean fromTrusted(Request request, TrustedProxies proxies) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && proxies.trusts(peer.getAddress());
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
        return connection;
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }
}
