package io.osusume.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A key of `config/osusume.yaml`: its range, and its default when the file does not name it.
@SuppressWarnings("ImmutableEnumChecker") // Allowed is a sealed set of records of immutable parts
public enum Setting {
    ARTIFACTS("paths.artifacts", new Allowed.Text("a folder"), "artifacts"),
    BUCKETS_RAW("buckets.raw", new Allowed.Text("gs://BUCKET or gs://BUCKET/NAME, or none"), "none"),
    BUCKETS_PREPARED("buckets.prepared", new Allowed.Text("gs://BUCKET or gs://BUCKET/NAME, or none"), "none"),
    BUCKETS_MODELS("buckets.models", new Allowed.Text("gs://BUCKET or gs://BUCKET/NAME, or none"), "none"),
    BUCKETS_ENDPOINT("buckets.endpoint", new Allowed.Text("google, or the address of an emulator"), "google"),
    INGEST_LIMIT("ingest.limit", new Allowed.Whole(1, 1_000_000_000, "none"), "5000000"),
    INGEST_MAX_BAD_ROWS("ingest.max-bad-rows", new Allowed.Whole(0, 1_000_000, ""), "0"),
    INGEST_MAX_FILE_BYTES("ingest.max-file-bytes", new Allowed.Whole(1, 1_000_000_000_000L, ""), "21474836480"),
    INGEST_CONNECT_TIMEOUT("ingest.connect-timeout", new Allowed.Whole(1, 3600, ""), "10"),
    INGEST_READ_TIMEOUT("ingest.read-timeout", new Allowed.Whole(1, 3600, ""), "30"),
    INGEST_RETRIES("ingest.retries", new Allowed.Whole(0, 100, ""), "5"),
    INGEST_PLAIN_HTTP("ingest.plain-http", new Allowed.OneOf(List.of("true", "false")), "false"),
    MIN_RATINGS("prepare.min-ratings", new Allowed.Whole(1, 100_000, ""), "400"),
    UNSCORED("prepare.unscored", new Allowed.OneOf(List.of("exclude-from-ratings", "as-zero")), "exclude-from-ratings"),
    SPLIT_TEST("split.test", new Allowed.Real("0.01", "0.5"), "0.2"),
    SPLIT_VALIDATION("split.validation", new Allowed.Real("0.01", "0.5"), "0.1"),
    SPLIT_HELD_OUT("split.held-out", new Allowed.Real("0.05", "0.9"), "0.2"),
    SPLIT_MIN_ENTRIES("split.min-entries", new Allowed.Whole(2, 10_000, ""), "10"),
    SPLIT_MAX_USERS("split.max-users", new Allowed.Whole(1, 10_000_000, ""), "5000"),
    SPLIT_SEED("split.seed", new Allowed.Whole(0, Long.MAX_VALUE, ""), "7"),
    TRAIN_MODELS(
            "train.models",
            new Allowed.SomeOf(Families.NAMES),
            "popularity,content,item-knn,ease,edlae,als,net-corrected,hybrid"),
    TRAIN_SEED("train.seed", new Allowed.Whole(0, Long.MAX_VALUE, ""), "43"),
    SYNOPSIS_EMBEDDINGS("train.synopsis-embeddings", new Allowed.OneOf(List.of("true", "false")), "false"),
    THREADS("train.threads", new Allowed.Whole(1, 1024, "auto"), "auto"),
    KNN_NEIGHBOURS("item-knn.neighbours", new Allowed.Whole(2, 1001, ""), "3"),
    KNN_SHRINKAGE("item-knn.shrinkage", new Allowed.Real("0", "10000"), "2.22"),
    CONTENT_GENRES("content.genres", new Allowed.Real("0", "1000"), "1.4"),
    CONTENT_STUDIOS("content.studios", new Allowed.Real("0", "1000"), "1"),
    CONTENT_SOURCE("content.source", new Allowed.Real("0", "1000"), "0.7"),
    CONTENT_TYPE("content.type", new Allowed.Real("0", "1000"), "2"),
    CONTENT_ERA("content.era", new Allowed.Real("0", "1000"), "1.4"),
    CONTENT_AGE_RATING("content.age-rating", new Allowed.Real("0", "1000"), "1"),
    CONTENT_NAME("content.name", new Allowed.Real("0", "1000"), "2"),
    CONTENT_FRANCHISE("content.franchise", new Allowed.Real("0", "1000"), "2.8"),
    CONTENT_WORDS("content.words", new Allowed.Real("0", "1000"), "1.4"),
    CONTENT_EMBEDDING("content.embedding", new Allowed.Real("0", "1000"), "2"),
    CONTENT_NEIGHBOURS("content.neighbours", new Allowed.Whole(1, 1000, ""), "100"),
    CONTENT_SHARPNESS("content.sharpness", new Allowed.Real("1", "20"), "4.5"),
    EASE_REGULARIZATION("ease.regularization", new Allowed.Real("0.001", "1000000"), "100"),
    EDLAE_CONSTANT("edlae.constant", new Allowed.Real("0.001", "1000000"), "15"),
    EDLAE_DROPOUT("edlae.dropout", new Allowed.Real("0", "0.99"), "0.4"),
    EDLAE_STRONGEST("edlae.strongest", new Allowed.Real("0", "10"), "0.8"),
    EDLAE_FRANCHISE_WEIGHT("edlae.franchise-weight", new Allowed.Real("0", "1000"), "5"),
    ALS_EMBEDDING_SIZE("als.embedding-size", new Allowed.Whole(1, 2048, ""), "512"),
    ALS_ALPHA("als.alpha", new Allowed.Real("1", "10000"), "2"),
    ALS_REGULARIZATION("als.regularization", new Allowed.Real("0.0001", "10000"), "20"),
    ALS_EPOCHS("als.epochs", new Allowed.Whole(1, 1000, ""), "15"),
    NET_EMBEDDING_SIZE("net.embedding-size", new Allowed.Whole(1, 1024, ""), "128"),
    NET_BATCH_SIZE("net.batch-size", new Allowed.Whole(1, 1_000_000, ""), "10000"),
    NET_EPOCHS("net.epochs", new Allowed.Whole(1, 1000, ""), "20"),
    RANKING_EMBEDDING_SIZE("net-ranking.embedding-size", new Allowed.Whole(1, 1024, ""), "128"),
    RANKING_BATCH_SIZE("net-ranking.batch-size", new Allowed.Whole(1, 1_000_000, ""), "256"),
    RANKING_EPOCHS("net-ranking.epochs", new Allowed.Whole(1, 1000, ""), "60"),
    RANKING_TEMPERATURE("net-ranking.temperature", new Allowed.Real("0.001", "10"), "0.1"),
    RANKING_DROPOUT("net-ranking.dropout", new Allowed.Real("0.01", "0.99"), "0.2"),
    HYBRID_RANKER("hybrid.ranker", new Allowed.OneOf(List.of("trees", "logistic")), "trees"),
    HYBRID_CANDIDATES("hybrid.candidates", new Allowed.Whole(1, 10_000, ""), "110"),
    HYBRID_FRANCHISE_MATES("hybrid.franchise-mates", new Allowed.Whole(1, 10_000, ""), "200"),
    HYBRID_NEIGHBOURS_BY_WEIGHT("hybrid.neighbours-by-weight", new Allowed.Whole(1, 65_536, ""), "512"),
    HYBRID_NEIGHBOURS_BY_USERS("hybrid.neighbours-by-users", new Allowed.Whole(1, 65_536, ""), "1024"),
    HYBRID_FOLDS("hybrid.folds", new Allowed.Whole(2, 20, ""), "5"),
    HYBRID_RANKER_USERS("hybrid.ranker-users", new Allowed.Whole(10, 10_000_000, ""), "5000"),
    HYBRID_SHORT_SHARE("hybrid.short-share", new Allowed.Real("0", "1"), "0.5"),
    HYBRID_NEGATIVE_SHARE("hybrid.negative-share", new Allowed.Real("0.01", "1"), "0.3"),
    TREES_COUNT("trees.count", new Allowed.Whole(1, 10_000, ""), "150"),
    TREES_LEAVES("trees.leaves", new Allowed.Whole(2, 1024, ""), "31"),
    TREES_LEARNING_RATE("trees.learning-rate", new Allowed.Real("0.001", "1"), "0.1"),
    TREES_ROWS_PER_LEAF("trees.rows-per-leaf", new Allowed.Whole(1, 1_000_000, ""), "80"),
    INSIGHTS_MAP("insights.map", new Allowed.OneOf(List.of("true", "false")), "true"),
    INSIGHTS_MEANINGS("insights.meanings", new Allowed.OneOf(List.of("true", "false")), "true"),
    INSIGHTS_SCORE_TITLES("insights.score-titles", new Allowed.Whole(0, 32_767, ""), "2048"),
    INSIGHTS_LISTS("insights.lists", new Allowed.Whole(0, 1_000_000, ""), "8192"),
    PIPELINE_SOURCE("pipeline.source", new Allowed.Text("a folder, a file, an address, or none"), "none"),
    PIPELINE_BUSY("pipeline.busy", new Allowed.OneOf(List.of("refuse", "wait")), "refuse"),
    GATE_NDCG("gate.ndcg", new Allowed.Real("0", "1"), "0.005"),
    GATE_RECALL("gate.recall", new Allowed.Real("0", "1"), "0.005"),
    GATE_SMALL_PROFILE_NDCG("gate.small-profile-ndcg", new Allowed.Real("0", "1"), "0.01"),
    GATE_COVERAGE("gate.coverage", new Allowed.Real("0", "1"), "0.25"),
    GATE_SLOWER("gate.slower", new Allowed.Real("1", "1000"), "1.5"),
    GATE_FAST_ENOUGH("gate.fast-enough", new Allowed.Real("0", "60000"), "10"),
    GATE_GOLDEN("gate.golden", new Allowed.Real("0", "1"), "0.05"),
    GATE_ADULT_TITLES_LOST("gate.adult-titles-lost", new Allowed.Whole(0, 1_000_000, ""), "0"),
    GATE_ABOVE_POPULARITY("gate.above-popularity", new Allowed.Real("0", "1"), "0.01"),
    GATE_UNDECIDED("gate.undecided", new Allowed.OneOf(List.of("pass", "refuse")), "pass"),
    MONITOR_SERVED("monitor.served", new Allowed.OneOf(List.of("true", "false")), "true"),
    MONITOR_DAYS("monitor.days", new Allowed.Whole(1, 90, ""), "14"),
    MONITOR_FEATURES(
            "monitor.features",
            new Allowed.SomeOf(List.of("list-length", "scored", "scores", "popularity")),
            "scored,scores,popularity"),
    MONITOR_WATCH("monitor.watch", new Allowed.Real("0", "100"), "0.1"),
    MONITOR_ALARM("monitor.alarm", new Allowed.Real("0", "100"), "0.25"),
    MONITOR_UNKNOWN_WATCH("monitor.unknown-watch", new Allowed.Real("0", "1"), "0.05"),
    MONITOR_UNKNOWN_ALARM("monitor.unknown-alarm", new Allowed.Real("0", "1"), "0.15"),
    MONITOR_MIN_LISTS("monitor.min-lists", new Allowed.Whole(1, 1_000_000, ""), "200"),
    IMPORTS_ANILIST_URL("imports.anilist-url", new Allowed.Address(), "https://graphql.anilist.co"),
    IMPORTS_ANILIST_RATE("imports.anilist-rate", new Allowed.Whole(1, 10_000, ""), "30"),
    IMPORTS_MYANIMELIST_URL("imports.myanimelist-url", new Allowed.Address(), "https://api.myanimelist.net/v2"),
    IMPORTS_MYANIMELIST_RATE("imports.myanimelist-rate", new Allowed.Whole(1, 10_000, ""), "60"),
    IMPORTS_KITSU_URL("imports.kitsu-url", new Allowed.Address(), "https://kitsu.app/api/edge"),
    IMPORTS_KITSU_RATE("imports.kitsu-rate", new Allowed.Whole(1, 10_000, ""), "60"),
    IMPORTS_CONNECT_TIMEOUT("imports.connect-timeout", new Allowed.Whole(1, 600, ""), "5"),
    IMPORTS_REQUEST_TIMEOUT("imports.request-timeout", new Allowed.Whole(1, 600, ""), "20"),
    IMPORTS_DEADLINE("imports.deadline", new Allowed.Whole(1, 3600, ""), "60"),
    IMPORTS_MAX_WAIT("imports.max-wait", new Allowed.Whole(0, 600, ""), "20"),
    IMPORTS_RETRIES("imports.retries", new Allowed.Whole(0, 20, ""), "2"),
    IMPORTS_MAX_BODY_BYTES("imports.max-body-bytes", new Allowed.Whole(1024, 1_000_000_000, ""), "8388608"),
    IMPORTS_MAX_PAGES("imports.max-pages", new Allowed.Whole(1, 10_000, ""), "100"),
    IMPORTS_MAX_ENTRIES("imports.max-entries", new Allowed.Whole(1, 1_000_000, ""), "40000"),
    SERVE_HOST("serve.host", new Allowed.Text("a host name or address"), "127.0.0.1"),
    SERVE_PORT("serve.port", new Allowed.Whole(0, 65_535, ""), "8080"),
    SERVE_MODEL_CHECK("serve.model-check", new Allowed.Whole(1, 3_600, ""), "2"),
    SERVE_AT_ONCE("serve.at-once", new Allowed.Whole(0, 10_000, ""), "0"),
    SERVE_MAY_WAIT("serve.may-wait", new Allowed.Whole(0, 100_000, ""), "256"),
    SERVE_PATIENCE("serve.patience", new Allowed.Whole(1, 600, ""), "5"),
    SERVE_RATE("serve.rate", new Allowed.Whole(0, 1_000_000, ""), "600"),
    SERVE_KEY_RATE("serve.key-rate", new Allowed.Whole(0, 10_000_000, ""), "60000"),
    SERVE_RUNS("serve.runs", new Allowed.OneOf(List.of("key", "open", "off")), "key"),
    SERVE_CORS("serve.cors", new Allowed.Origins(), "none"),
    SERVE_TRUSTED_PROXIES("serve.trusted-proxies", new Allowed.AddressRanges(), "none"),
    SERVE_CLIENT_TIMEOUT("serve.client-timeout", new Allowed.Whole(1, 600, ""), "30"),
    SERVE_CONNECTIONS("serve.connections", new Allowed.Whole(1, 1_000_000, ""), "4096"),
    SERVE_DRAIN_DELAY("serve.drain-delay", new Allowed.Whole(0, 600, ""), "0"),
    SERVE_DRAIN_LIMIT("serve.drain-limit", new Allowed.Whole(0, 600, ""), "10"),
    CHAT_MODEL("chat.model", new Allowed.Text("a model's name"), "gpt-5-mini"),
    CHAT_KEY_FILE("chat.key-file", new Allowed.Text("a file, or none"), "none"),
    CHAT_CONNECT_TIMEOUT("chat.connect-timeout", new Allowed.Whole(1, 600, ""), "5"),
    CHAT_READ_TIMEOUT("chat.read-timeout", new Allowed.Whole(1, 600, ""), "30"),
    CHAT_RETRIES("chat.retries", new Allowed.Whole(0, 10, ""), "2"),
    CHAT_MAX_WAIT("chat.max-wait", new Allowed.Whole(0, 600, ""), "5"),
    CHAT_TOKENS("chat.tokens", new Allowed.Whole(1000, 10_000_000, ""), "40000"),
    CHAT_TURNS("chat.turns", new Allowed.Whole(1, 1000, ""), "20"),
    CHAT_TOOL_CALLS("chat.tool-calls", new Allowed.Whole(1, 100, ""), "8"),
    CHAT_TIME("chat.time", new Allowed.Whole(1, 600, ""), "60"),
    CHAT_ANSWERS_A_DAY("chat.answers-a-day", new Allowed.Whole(0, 1_000_000, ""), "100"),
    CHAT_MONEY_A_DAY("chat.money-a-day", new Allowed.Real("0", "1000000"), "5"),
    CHAT_PRICE_IN("chat.price-in", new Allowed.Real("0", "10000"), "0.25"),
    CHAT_PRICE_OUT("chat.price-out", new Allowed.Real("0", "10000"), "2"),
    LOG_FORMAT("log.format", new Allowed.OneOf(List.of("text", "json")), "text"),
    LOG_REQUESTS("log.requests", new Allowed.OneOf(List.of("all", "failed", "none")), "all"),
    METRICS_HOST("metrics.host", new Allowed.Text("a host name or address"), "127.0.0.1"),
    METRICS_PORT("metrics.port", new Allowed.Whole(0, 65_535, "none"), "9464"),
    TRACING_ENDPOINT("tracing.endpoint", new Allowed.Collector(), "none"),
    TRACING_SHARE("tracing.share", new Allowed.Real("0", "1"), "1"),
    TRACKING_SYSTEM_INTERVAL("tracking.system-interval", new Allowed.Whole(0, 3600, ""), "15"),
    TRACKING_TIMEOUT("tracking.timeout", new Allowed.Whole(1, 600, ""), "20"),
    TRACKING_RETRIES("tracking.retries", new Allowed.Whole(0, 20, ""), "3"),
    TRACKING_PATIENCE("tracking.patience", new Allowed.Whole(0, 600, ""), "10"),
    TRACKING_BATCH("tracking.batch", new Allowed.Whole(1, 1000, ""), "500"),
    TRACKING_MAX_ASSET_BYTES("tracking.max-asset-bytes", new Allowed.Whole(0, 1_000_000_000_000L, ""), "1073741824"),
    TRACKING_COMET_URL("tracking.comet.url", new Allowed.Address(), "https://www.comet.com"),
    TRACKING_COMET_WORKSPACE("tracking.comet.workspace", new Allowed.Text("a workspace of Comet, or none"), "none"),
    TRACKING_COMET_PROJECT("tracking.comet.project", new Allowed.Text("a project of Comet"), "osusume"),
    TRACKING_COMET_KEY_FILE("tracking.comet.key-file", new Allowed.Text("a file, or none"), "none"),
    TRACKING_MLFLOW_URI("tracking.mlflow.uri", new Allowed.TrackingServer(), "none"),
    TRACKING_MLFLOW_EXPERIMENT("tracking.mlflow.experiment", new Allowed.Text("an experiment of MLflow"), "osusume"),
    TRACKING_MLFLOW_MODEL("tracking.mlflow.model", new Allowed.Text("a registered model of MLflow"), "osusume"),
    STORAGE_URL("storage.url", new Allowed.DatabaseAddress(), "profiles/profiles.db"),
    STORAGE_USER("storage.user", new Allowed.Text("a user of the database"), "osusume"),
    STORAGE_PASSWORD_FILE("storage.password-file", new Allowed.Text("a file, or none"), "none"),
    STORAGE_CONNECTIONS("storage.connections", new Allowed.Whole(1, 100, ""), "8"),
    STORAGE_TIMEOUT("storage.timeout", new Allowed.Whole(1, 60, ""), "5"),
    PROFILE_RETENTION("profile.retention", new Allowed.Whole(1, 36_500, ""), "365"),
    PROFILE_MAX_ENTRIES("profile.max-entries", new Allowed.Whole(1, 1_000_000, ""), "40000"),
    PROFILE_CHANGES_KEPT("profile.changes-kept", new Allowed.Whole(0, 10_000, ""), "50");

    private final String key;
    private final Allowed allowed;
    private final String defaultValue;

    Setting(String key, Allowed allowed, String defaultValue) {
        this.key = key;
        this.allowed = allowed;
        this.defaultValue = defaultValue;
    }

    /// The name in the file and after `--set`.
    public String key() {
        return key;
    }

    /// The value when nothing else says it.
    public String defaultValue() {
        return defaultValue;
    }

    /// The range in words.
    public String allowed() {
        return allowed.words();
    }

    /// The name of the environment variable that sets it.
    public String environmentVariable() {
        return "OSUSUME_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// How a value that is not accepted is shown.
    String shown(String text) {
        return allowed.shown(text);
    }

    boolean accepts(String text) {
        return allowed.accepts(text);
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
