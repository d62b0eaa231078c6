package io.osusume.tracking.remote;

import io.osusume.tracking.remote.TrackerClient.Answer;
import io.osusume.tracking.remote.TrackerClient.Body;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests to MLflow and what its errors mean: an `error_code` in the body says it, not the status alone.
final class MlflowCalls implements AutoCloseable {
    private static final String MISSING = "RESOURCE_DOES_NOT_EXIST";
    private static final String THERE = "RESOURCE_ALREADY_EXISTS";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TrackerClient client;

    MlflowCalls(TrackerClient client) {
        this.client = client;
    }

    JsonNode post(String path, ObjectNode body) throws TrackerException, InterruptedException {
        return good(path, client.send("POST", path, json(body)));
    }

    /// Sent once: for what must not be done twice.
    JsonNode postOnce(String path, ObjectNode body) throws TrackerException, InterruptedException {
        return good(path, client.sendOnce("POST", path, json(body)));
    }

    /// Empty if what is to be made is there already.
    Optional<JsonNode> postUnlessThere(String path, ObjectNode body) throws TrackerException, InterruptedException {
        Answer answer = client.send("POST", path, json(body));
        return says(answer, THERE) ? Optional.empty() : Optional.of(good(path, answer));
    }

    /// Empty if there is no such thing.
    Optional<JsonNode> getIfThere(String path) throws TrackerException, InterruptedException {
        Answer answer = client.send("GET", path, TrackerClient.nothing());
        return says(answer, MISSING) ? Optional.empty() : Optional.of(good(path, answer));
    }

    void put(String path, Body body) throws TrackerException, InterruptedException {
        good(path, client.send("PUT", path, body));
    }

    private static boolean says(Answer answer, String code) {
        return !answer.good() && code.equals(read(answer).path("error_code").asString(""));
    }

    private JsonNode good(String path, Answer answer) throws TrackerException {
        if (!answer.good()) {
            throw client.refusal(path.replaceFirst("\\?.*", ""), answer);
        }
        return read(answer);
    }

    private static JsonNode read(Answer answer) {
        try {
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static Body json(ObjectNode body) {
        return TrackerClient.json(JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        client.close();
    }
}
