package io.osusume.tracking.remote;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// One file as the body of a form (`multipart/form-data`), streamed.
///
/// @param type of the whole body
record MultipartFile(String type, BodyPublisher publisher) {
    /// @param field the field's name
    /// @param name the file's name; no quotes or line ends
    static MultipartFile of(String field, String name, Path file) throws FileNotFoundException {
        String boundary = "osusume-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + name.replaceAll("[\"\\r\\n\\\\]", "_")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return new MultipartFile(
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8)));
    }
}
