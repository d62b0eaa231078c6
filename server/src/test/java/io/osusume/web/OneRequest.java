package io.osusume.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// One request on a connection of its own, so that it is answered or not, and nothing of a pool of connections is
/// between.
final class OneRequest {
    private static final int TIMEOUT_MILLIS = 60_000;

    private OneRequest() {}

    /// What came back.
    ///
    /// @param head status and headers, a line each
    record Answer(int status, String head, String body) {
        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /// @param headers lines without their ends
    /// @throws IOException if there is no whole answer
    static Answer send(int port, String method, String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: localhost\r\n");
        Arrays.stream(headers).forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(bytes);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(whole.toByteArray());
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("the connection ended before the answer: '" + text + "'");
            }
            String[] status = text.split(" ", 3);
            return new Answer(Integer.parseInt(status[1]), text.substring(0, end), text.substring(end + 4));
        }
    }
}
