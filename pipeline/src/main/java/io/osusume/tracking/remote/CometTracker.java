package io.osusume.tracking.remote;

import io.osusume.tracking.MetricLine;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunArtifact;
import io.osusume.tracking.RunStatus;
import io.osusume.tracking.remote.TrackerClient.Answer;
import io.osusume.tracking.remote.TrackerClient.Body;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Comet ML by its REST API, version 2: a run is an experiment whose name is the run's id.
public final class CometTracker implements Tracker {
    private static final String API = "/api/rest/v2";
    private static final String WRITE = API + "/write/experiment/";
    private static final String PARAMETER = "parameter ";
    private static final String OTHER = "other ";
    private static final String TAG = "tag ";
    private static final String COMMIT = "commit";
    private static final int BATCH = 50; // a request each: so many are asked for after a cut
    private static final Duration UPLOAD = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final String workspace;
    private final String project;
    private final TrackerClient client;

    /// @param address such as `https://www.comet.com`
    /// @param key the API key; goes into a header and nowhere else
    public CometTracker(String address, String workspace, String project, String key, Retries retries) {
        this.address = address;
        this.workspace = workspace;
        this.project = project;
        this.client = new TrackerClient(address, Map.of("Authorization", key), retries);
    }

    @Override
    public String name() {
        return "comet";
    }

    @Override
    public String address() {
        return address + " " + workspace + "/" + project;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Optional<String> find(Run run) throws TrackerException, InterruptedException {
        JsonNode found = get(
                "/experiments", Map.of("workspaceName", workspace, "projectName", project), "the list of experiments");
        for (JsonNode experiment : found.path("experiments")) {
            if (run.id().equals(experiment.path("experimentName").asString(""))) {
                return Optional.of(experiment.path("experimentKey").asString());
            }
        }
        return Optional.empty();
    }

    @Override
    public String make(Run run) throws TrackerException, InterruptedException {
        ObjectNode body = JSON.createObjectNode()
                .put("workspaceName", workspace)
                .put("projectName", project)
                .put("experimentName", run.id());
        Answer answer = client.sendOnce("POST", WRITE + "create", json(body));
        String key = checked("a new experiment", answer).path("experimentKey").asString("");
        if (key.isEmpty()) {
            throw client.refusal("a new experiment (no experimentKey in the answer)", answer);
        }
        return key;
    }

    @Override
    public SortedMap<String, String> words(Run run) {
        SortedMap<String, String> words = new TreeMap<>();
        run.parameters().forEach((name, value) -> words.put(PARAMETER + name, value));
        words.put(OTHER + "command", run.command());
        words.put(OTHER + "code", run.code());
        words.put(COMMIT, run.code().replaceFirst("^[^+]*\\+", ""));
        run.data().forEach((name, value) -> words.put(OTHER + "data " + name, value));
        run.host().facts().forEach((name, value) -> words.put(OTHER + "host " + name, value));
        run.artifacts()
                .forEach(made -> words.put(
                        OTHER + "artifact " + made.name(),
                        made.path() + " sha256:" + made.sha256() + " bytes:" + made.sizeBytes()));
        words.put(TAG + run.command(), "");
        if (!run.model().isEmpty()) {
            words.put(TAG + run.model(), "");
        }
        run.tags().forEach(tag -> words.put(TAG + tag, ""));
        String parent = run.parent();
        if (parent != null) {
            words.put(OTHER + "parent", parent);
        }
        return words;
    }

    @Override
    public void words(String id, Run run, Map<String, String> changed) throws TrackerException, InterruptedException {
        List<String> tags = new ArrayList<>();
        for (Map.Entry<String, String> word : changed.entrySet()) {
            String key = word.getKey();
            ObjectNode body = JSON.createObjectNode().put("experimentKey", id);
            if (key.startsWith(PARAMETER)) {
                body.put("parameterName", key.substring(PARAMETER.length())).put("parameterValue", word.getValue());
                post("parameter", body);
            } else if (key.startsWith(OTHER)) {
                body.put("key", key.substring(OTHER.length())).put("value", word.getValue());
                post("log-other", body);
            } else if (key.startsWith(TAG)) {
                tags.add(key.substring(TAG.length()));
            } else {
                body.put("user", "")
                        .put("root", "")
                        .put("branch", "")
                        .put("parent", word.getValue())
                        .put("origin", "");
                post("git/metadata", body);
            }
        }
        if (!tags.isEmpty()) {
            ObjectNode body = JSON.createObjectNode().put("experimentKey", id);
            tags.forEach(body.putArray("addedTags")::add);
            post("tags", body);
        }
    }

    @Override
    public void metrics(String id, List<MetricLine> lines) throws TrackerException, InterruptedException {
        for (MetricLine line : lines) {
            ObjectNode body = JSON.createObjectNode()
                    .put("experimentKey", id)
                    .put("metricName", line.name())
                    .put("metricValue", line.value())
                    .put("timestamp", line.time().toEpochMilli());
            Integer step = line.step();
            if (step != null) {
                body.put("step", step).put("epoch", step);
            }
            checked("a metric", client.sendOnce("POST", WRITE + "metric", json(body)));
        }
    }

    /// What tells a measured number from all others of its name.
    private record Moment(@Nullable Integer step, long millis) {}

    @Override
    public List<MetricLine> missing(String id, List<MetricLine> lines) throws TrackerException, InterruptedException {
        Map<String, Set<Moment>> known = new HashMap<>();
        for (MetricLine line : lines) {
            if (!known.containsKey(line.name())) {
                known.put(line.name(), moments(id, line.name()));
            }
        }
        return lines.stream()
                .filter(line -> !known.getOrDefault(line.name(), Set.of())
                        .contains(new Moment(line.step(), line.time().toEpochMilli())))
                .toList();
    }

    private Set<Moment> moments(String id, String metric) throws TrackerException, InterruptedException {
        JsonNode found = get(
                "/experiment/metrics/get-metric",
                Map.of("experimentKey", id, "metricName", metric),
                "the values of a metric");
        Set<Moment> moments = new HashSet<>();
        for (JsonNode value : found.path("metrics")) {
            JsonNode step = value.path("step");
            moments.add(new Moment(
                    step.isMissingNode() || step.isNull() ? null : step.asInt(),
                    value.path("timestamp").asLong()));
        }
        return moments;
    }

    @Override
    public void artifact(String id, RunArtifact artifact, String name, Path file)
            throws TrackerException, InterruptedException {
        String type = artifact.name().equals("model") ? "model-element" : "asset";
        String query =
                TrackerClient.query(Map.of("experimentKey", id, "fileName", name, "type", type, "overwrite", "true"));
        try {
            MultipartFile form = MultipartFile.of("file", name, file);
            checked(
                    "the file " + name,
                    client.send(
                            "POST", WRITE + "upload-asset" + query, new Body(form.type(), form.publisher(), UPLOAD)));
        } catch (FileNotFoundException gone) {
            throw new TrackerException(file + " is gone and cannot be uploaded", false);
        }
    }

    @Override
    public void end(String id, Run run) throws TrackerException, InterruptedException {
        Instant ended = run.ended();
        ObjectNode times = JSON.createObjectNode()
                .put("experimentKey", id)
                .put("startTimeMillis", run.started().toEpochMilli());
        if (ended != null) {
            times.put("endTimeMillis", ended.toEpochMilli());
            post("set-start-end-time", times);
        }
        String why = run.status() == RunStatus.KILLED ? "its process ended without a word" : run.failure();
        post(
                "log-other",
                JSON.createObjectNode()
                        .put("experimentKey", id)
                        .put("key", "status")
                        .put("value", run.status().word()));
        post(
                "update-status",
                JSON.createObjectNode()
                        .put("experimentKey", id)
                        .put("isAlive", false)
                        .put("error", run.status() == RunStatus.FINISHED ? null : why)
                        .put("hasCrashed", run.status() != RunStatus.FINISHED));
    }

    private void post(String what, ObjectNode body) throws TrackerException, InterruptedException {
        checked(what, client.send("POST", WRITE + what, json(body)));
    }

    private JsonNode get(String path, Map<String, String> query, String what)
            throws TrackerException, InterruptedException {
        return checked(what, client.send("GET", API + path + TrackerClient.query(query), TrackerClient.nothing()));
    }

    private JsonNode checked(String what, Answer answer) throws TrackerException {
        if (!answer.good()) {
            throw client.refusal(what, answer);
        }
        try {
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static Body json(JsonNode body) {
        return TrackerClient.json(JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        client.close();
    }
}
