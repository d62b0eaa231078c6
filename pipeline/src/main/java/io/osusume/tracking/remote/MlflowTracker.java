package io.osusume.tracking.remote;

import io.osusume.tracking.MetricLine;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunArtifact;
import io.osusume.tracking.RunStatus;
import io.osusume.tracking.remote.TrackerClient.Body;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// MLflow by its REST API, version 2.0: a run is a run with the tag `osusume.run`, a trained version a version of one
/// registered model with the tag `osusume.version`. Files go through the server's artifact proxy.
public final class MlflowTracker implements Tracker {
    private static final String API = "/api/2.0/mlflow/";
    private static final String PROXY = "mlflow-artifacts:";
    private static final String RUN = "osusume.run";
    private static final String VERSION = "osusume.version";
    private static final String CHAMPION = "champion";
    private static final String PARAMETER = "parameter ";
    private static final String TAG = "tag ";
    private static final int WORDS_A_REQUEST = 100;
    private static final int PARAMETER_LENGTH = 6000;
    private static final int TAG_LENGTH = 5000;
    private static final int NAME_LENGTH = 250;
    private static final Duration UPLOAD = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String experiment;
    private final String model;
    private final int batch;
    private final String address;
    private final MlflowCalls calls;

    /// @param address of the server
    /// @param experiment its name
    /// @param model the name of the registered model
    /// @param authorization the header's value, empty for none; goes into a header and nowhere else
    /// @param batch how many metrics go into one request, at most 1000
    public MlflowTracker(
            String address, String experiment, String model, String authorization, int batch, Retries retries) {
        this.address = address;
        this.experiment = experiment;
        this.model = model;
        this.batch = Math.min(batch, 1000);
        this.calls = new MlflowCalls(new TrackerClient(
                address, authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization), retries));
    }

    @Override
    public String name() {
        return "mlflow";
    }

    @Override
    public String address() {
        return address + " " + experiment;
    }

    @Override
    public int batch() {
        return batch;
    }

    private String experimentId() throws TrackerException, InterruptedException {
        Optional<String> there = foundExperiment();
        if (there.isPresent()) {
            return there.get();
        }
        Optional<JsonNode> made = calls.postUnlessThere(API + "experiments/create", object("name", experiment));
        return made.isPresent()
                ? made.get().path("experiment_id").asString()
                : foundExperiment()
                        .orElseThrow(() -> new TrackerException(
                                address + " has the experiment '" + experiment
                                        + "' deleted; restore it or choose another"
                                        + " with tracking.mlflow.experiment",
                                false));
    }

    private Optional<String> foundExperiment() throws TrackerException, InterruptedException {
        return calls.getIfThere(
                        API + "experiments/get-by-name" + TrackerClient.query(Map.of("experiment_name", experiment)))
                .map(answer -> answer.at("/experiment/experiment_id").asString());
    }

    @Override
    public Optional<String> find(Run run) throws TrackerException, InterruptedException {
        ObjectNode body =
                object("filter", "tags.`" + RUN + "` = '" + run.id() + "'").put("max_results", 1);
        body.putArray("experiment_ids").add(experimentId());
        JsonNode id = calls.post(API + "runs/search", body).at("/runs/0/info/run_id");
        return id.isMissingNode() ? Optional.empty() : Optional.of(id.asString());
    }

    @Override
    public String make(Run run) throws TrackerException, InterruptedException {
        ObjectNode body = object("experiment_id", experimentId())
                .put("run_name", run.id())
                .put("start_time", run.started().toEpochMilli());
        body.putArray("tags").add(tag(RUN, run.id()));
        return calls.postOnce(API + "runs/create", body).at("/run/info/run_id").asString();
    }

    @Override
    public SortedMap<String, String> words(Run run) {
        SortedMap<String, String> words = new TreeMap<>();
        run.parameters().forEach((name, value) -> words.put(PARAMETER + name(name), cut(value, PARAMETER_LENGTH)));
        words.put(TAG + "mlflow.source.name", "osusume " + run.command());
        words.put(TAG + "mlflow.source.type", "LOCAL");
        words.put(TAG + "mlflow.source.git.commit", run.code().replaceFirst("^[^+]*\\+", ""));
        words.put(TAG + "osusume.command", run.command());
        words.put(TAG + "osusume.model", run.model());
        words.put(TAG + "osusume.code", run.code());
        run.data().forEach((name, value) -> words.put(TAG + "osusume.data." + name(name), cut(value, TAG_LENGTH)));
        run.host()
                .facts()
                .forEach((name, value) -> words.put(TAG + "osusume.host." + name(name), cut(value, TAG_LENGTH)));
        run.tags().forEach(word -> words.put(TAG + "osusume.tag." + name(word), "true"));
        run.artifacts().forEach(made -> words.put(TAG + "osusume.artifact." + name(made.name()), made.sha256()));
        if (!run.failure().isEmpty()) {
            words.put(TAG + "osusume.failure", cut(run.failure(), TAG_LENGTH));
        }
        return words;
    }

    /// A name of letters MLflow takes: `ndcg@10` is `ndcg_at_10`.
    static String name(String name) {
        return cut(name.replace("@", "_at_").replaceAll("[^\\w./ -]", "_"), NAME_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public void words(String id, Run run, Map<String, String> changed) throws TrackerException, InterruptedException {
        List<Map.Entry<String, String>> all = new ArrayList<>(changed.entrySet());
        for (int from = 0; from < all.size(); from += WORDS_A_REQUEST) {
            ObjectNode body = object("run_id", id);
            ArrayNode params = body.putArray("params");
            ArrayNode tags = body.putArray("tags");
            for (Map.Entry<String, String> word : all.subList(from, Math.min(all.size(), from + WORDS_A_REQUEST))) {
                boolean parameter = word.getKey().startsWith(PARAMETER);
                String key = word.getKey().substring(parameter ? PARAMETER.length() : TAG.length());
                (parameter ? params : tags).add(tag(key, word.getValue()));
            }
            try {
                calls.post(API + "runs/log-batch", body);
            } catch (TrackerException refused) {
                if (refused.passing() || params.isEmpty()) {
                    throw refused;
                }
                retold(id, params, tags);
            }
        }
    }

    /// A parameter can be given one value only there; one that has changed since becomes a tag.
    private void retold(String id, ArrayNode params, ArrayNode tags) throws TrackerException, InterruptedException {
        for (JsonNode param : params) {
            ObjectNode one = object("run_id", id);
            one.putArray("params").add(param);
            try {
                calls.post(API + "runs/log-batch", one);
            } catch (TrackerException refused) {
                if (refused.passing()) {
                    throw refused;
                }
                tags.add(tag(
                        "osusume.parameter." + param.path("key").asString(),
                        cut(param.path("value").asString(), TAG_LENGTH)));
            }
        }
        ObjectNode rest = object("run_id", id);
        rest.set("tags", tags);
        calls.post(API + "runs/log-batch", rest);
    }

    @Override
    public void metrics(String id, List<MetricLine> lines) throws TrackerException, InterruptedException {
        ObjectNode body = object("run_id", id);
        ArrayNode metrics = body.putArray("metrics");
        for (MetricLine line : lines) {
            Integer step = line.step();
            metrics.addObject()
                    .put("key", name(line.name()))
                    .put("value", line.value())
                    .put("timestamp", line.time().toEpochMilli())
                    .put("step", step == null ? 0 : step);
        }
        calls.postOnce(API + "runs/log-batch", body);
    }

    /// What tells a measured number from all others of its name.
    private record Moment(long step, long millis) {
        static Moment of(MetricLine line) {
            Integer step = line.step();
            return new Moment(step == null ? 0 : step, line.time().toEpochMilli());
        }
    }

    @Override
    public List<MetricLine> missing(String id, List<MetricLine> lines) throws TrackerException, InterruptedException {
        Map<String, Set<Moment>> known = new HashMap<>();
        for (MetricLine line : lines) {
            if (!known.containsKey(line.name())) {
                known.put(line.name(), moments(id, name(line.name())));
            }
        }
        return lines.stream()
                .filter(line -> !known.getOrDefault(line.name(), Set.of()).contains(Moment.of(line)))
                .toList();
    }

    private Set<Moment> moments(String id, String metric) throws TrackerException, InterruptedException {
        Optional<JsonNode> found = calls.getIfThere(
                API + "metrics/get-history" + TrackerClient.query(Map.of("run_id", id, "metric_key", metric)));
        Set<Moment> moments = new HashSet<>();
        found.ifPresent(answer -> answer.path("metrics")
                .forEach(each -> moments.add(new Moment(
                        each.path("step").asLong(), each.path("timestamp").asLong()))));
        return moments;
    }

    @Override
    public void artifact(String id, RunArtifact artifact, String name, Path file)
            throws TrackerException, InterruptedException {
        String place = artifactsOf(id);
        if (!place.startsWith(PROXY)) {
            return; // the store is not reached through the server; the hash is told as a tag
        }
        StringBuilder path = new StringBuilder("/api/2.0/mlflow-artifacts/artifacts");
        for (String part : (place.substring(PROXY.length()).replaceFirst("^//[^/]*", "") + "/" + name).split("/", -1)) {
            path.append(part.isEmpty() ? "" : "/" + TrackerClient.encoded(part));
        }
        try {
            calls.put(path.toString(), new Body("application/octet-stream", BodyPublishers.ofFile(file), UPLOAD));
        } catch (FileNotFoundException gone) {
            throw new TrackerException(file + " is gone and cannot be uploaded", false);
        }
    }

    private String artifactsOf(String id) throws TrackerException, InterruptedException {
        return calls.getIfThere(API + "runs/get" + TrackerClient.query(Map.of("run_id", id)))
                .map(answer -> answer.at("/run/info/artifact_uri").asString(""))
                .orElseThrow(() -> new TrackerException(address + " has no run " + id + " any more", false));
    }

    @Override
    public void end(String id, Run run) throws TrackerException, InterruptedException {
        String version = run.data().get("version");
        if (run.command().equals("train") && run.status() == RunStatus.FINISHED && version != null) {
            register(id, version);
        }
        Instant ended = run.ended();
        ObjectNode body = object("run_id", id).put("status", run.status().name());
        if (ended != null) {
            body.put("end_time", ended.toEpochMilli());
        }
        calls.post(API + "runs/update", body);
    }

    private void register(String id, String version) throws TrackerException, InterruptedException {
        calls.postUnlessThere(API + "registered-models/create", object("name", model));
        if (versionOf(version).isEmpty()) {
            ObjectNode body = object("name", model)
                    .put("source", artifactsOf(id) + "/model")
                    .put("run_id", id)
                    .put("description", version);
            body.putArray("tags").add(tag(VERSION, version));
            calls.postOnce(API + "model-versions/create", body);
        }
    }

    private Optional<String> versionOf(String id) throws TrackerException, InterruptedException {
        String filter = "name = '" + model.replace("'", "") + "' and tags.`" + VERSION + "` = '" + id + "'";
        return calls.getIfThere(API + "model-versions/search"
                        + TrackerClient.query(Map.of("filter", filter, "max_results", "1")))
                .map(answer -> answer.at("/model_versions/0/version"))
                .filter(version -> !version.isMissingNode())
                .map(JsonNode::asString);
    }

    /// Gives the alias `champion` to the version of a model.
    ///
    /// @param id of the version here
    /// @return whether the server has that version
    public boolean champion(String id) throws TrackerException, InterruptedException {
        Optional<String> version = versionOf(id);
        if (version.isPresent()) {
            calls.post(
                    API + "registered-models/alias",
                    object("name", model).put("alias", CHAMPION).put("version", version.get()));
        }
        return version.isPresent();
    }

    private static ObjectNode object(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private static ObjectNode tag(String key, String value) {
        return object("key", key).put("value", value);
    }

    @Override
    public void close() {
        calls.close();
    }
}
