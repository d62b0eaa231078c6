package io.osusume.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Requests as no client library would send them, byte by byte.
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /// All that comes back until the server closes.
    ///
    /// @param lines joined by line ends; a header that closes the connection and an empty line are added
    static String ask(TestServer server, String... lines) throws IOException {
        return send(server, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    /// The same, of exactly these bytes.
    static String send(TestServer server, String bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
