package io.osusume.app;

import io.osusume.app.settings.Families;
import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.ChatModel;
import io.osusume.assistant.DayCount;
import io.osusume.boosting.BoostedTreesSettings;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.imports.AniListSource;
import io.osusume.imports.ImportLimits;
import io.osusume.imports.ImportSettings;
import io.osusume.imports.KitsuSource;
import io.osusume.imports.ListSource;
import io.osusume.imports.MyAnimeListSource;
import io.osusume.insight.InsightSettings;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.als.ImplicitAlsTrainer;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.content.FieldWeights;
import io.osusume.model.content.LikeByFacts;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.hybrid.NeighbourLimits;
import io.osusume.model.knn.ItemKnnTrainer;
import io.osusume.model.net.EmbeddingNetTrainer;
import io.osusume.model.original.OriginalHybridTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.model.rank.RankerTrainer;
import io.osusume.model.twotower.TwoTowerTrainer;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.recommend.Admission;
import io.osusume.registry.Meanings;
import io.osusume.registry.ModelRegistry;
import io.osusume.telemetry.Telemetry;
import io.osusume.web.ApiSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where implementations are chosen and joined: kernels, trainers, the registry, the services lists
/// come from, the database.
final class Assembly {
    private Assembly() {}

    /// The fastest kernels of this machine, on the threads the settings ask for.
    static Kernels kernels(Settings settings) {
        return kernels(new Threads(settings.threads()));
    }

    /// The same on other threads.
    static Kernels kernels(Threads threads) {
        return OpenBlasLibrary.kernels(threads);
    }

    /// Kernels that need no library: for commands that look at models without computing.
    static Kernels plainKernels() {
        Threads one = new Threads(1);
        return new Kernels(VectorMath.scalar(), DenseMath.java(one), one);
    }

    /// The kernels of a command that only answers with a model.
    static Kernels servingKernels(Settings settings) {
        return OpenBlasLibrary.kernelsWhenNeeded(new Threads(settings.threads()));
    }

    /// How the kernels are named in manifests and reports.
    static String describe(Kernels kernels) {
        return kernels.vectors().name() + ", " + kernels.dense().name() + ", "
                + kernels.threads().count() + " threads";
    }

    /// The trainer of a family with the settings in force.
    ///
    /// @param name one of [Families#NAMES]
    static Trainer<? extends FoldIn> trainer(String name, Settings settings) {
        return trainer(name, settings, settings.longInteger(Setting.TRAIN_SEED));
    }

    /// The same with a seed of its own.
    static Trainer<? extends FoldIn> trainer(String name, Settings settings, long seed) {
        return switch (name) {
            case "popularity" -> new PopularityTrainer();
            case "content" -> content(settings);
            case "item-knn" ->
                new ItemKnnTrainer(settings.integer(Setting.KNN_NEIGHBOURS) - 1, settings.real(Setting.KNN_SHRINKAGE));
            case "ease" -> new EaseTrainer(settings.real(Setting.EASE_REGULARIZATION));
            case "edlae" -> edlae(settings);
            case "hybrid" -> hybrid(settings, seed);
            case "als" -> als(settings, seed);
            case "net-original" -> net(EmbeddingNetTrainer.original(), settings, seed);
            case "net-corrected" -> net(EmbeddingNetTrainer.corrected(), settings, seed);
            case "hybrid-original" ->
                OriginalHybridTrainer.original(net(EmbeddingNetTrainer.original(), settings, seed));
            case "net-ranking" -> rankingNet(settings, seed);
            default ->
                throw new CommandFailure(
                        "there is no model '" + name + "'; known are " + String.join(", ", Families.NAMES));
        };
    }

    private static EdlaeTrainer edlae(Settings settings) {
        return new EdlaeTrainer(
                settings.real(Setting.EDLAE_CONSTANT),
                settings.real(Setting.EDLAE_DROPOUT),
                settings.real(Setting.EDLAE_STRONGEST),
                settings.real(Setting.EDLAE_FRANCHISE_WEIGHT));
    }

    private static HybridTrainer hybrid(Settings settings, long seed) {
        return new HybridTrainer(
                edlae(settings),
                ranker(settings),
                settings.integer(Setting.HYBRID_CANDIDATES),
                settings.integer(Setting.HYBRID_FRANCHISE_MATES),
                new NeighbourLimits(
                        settings.integer(Setting.HYBRID_NEIGHBOURS_BY_WEIGHT),
                        settings.integer(Setting.HYBRID_NEIGHBOURS_BY_USERS)),
                settings.integer(Setting.HYBRID_FOLDS),
                settings.integer(Setting.HYBRID_RANKER_USERS),
                settings.real(Setting.HYBRID_SHORT_SHARE),
                settings.real(Setting.HYBRID_NEGATIVE_SHARE),
                seed);
    }

    private static RankerTrainer ranker(Settings settings) {
        LogisticTrainer simple = LogisticTrainer.defaults();
        if (settings.text(Setting.HYBRID_RANKER).equals(simple.name())) {
            return simple;
        }
        BoostedTreesSettings usual = BoostedTreesSettings.defaults();
        BoostedTreesSettings trees = new BoostedTreesSettings(
                settings.integer(Setting.TREES_COUNT),
                settings.integer(Setting.TREES_LEAVES),
                settings.real(Setting.TREES_LEARNING_RATE),
                settings.integer(Setting.TREES_ROWS_PER_LEAF),
                usual.featureShare(),
                usual.rowShare(),
                usual.regularization(),
                usual.bins());
        return new TreesOrLogistic(trees, simple);
    }

    /// Makes what versions are to tell beside recommendations.
    ///
    /// @param meanings makes what titles mean, if the settings ask for it
    static InsightTrainer insightTrainer(
            Settings settings,
            TrainingData data,
            Split split,
            Supplier<Optional<Meanings>> meanings,
            Kernels kernels,
            TrainingListener listener) {
        return new InsightTrainer(
                new InsightSettings(
                        settings.text(Setting.INSIGHTS_MAP).equals("true"),
                        settings.integer(Setting.INSIGHTS_SCORE_TITLES),
                        settings.integer(Setting.INSIGHTS_LISTS)),
                data,
                split,
                new LikeByFacts(data.facts(), fields(settings), kernels.vectors()),
                meanings,
                kernels,
                listener);
    }

    private static ContentTrainer content(Settings settings) {
        return new ContentTrainer(
                fields(settings),
                settings.integer(Setting.CONTENT_NEIGHBOURS),
                settings.real(Setting.CONTENT_SHARPNESS));
    }

    private static FieldWeights fields(Settings settings) {
        return new FieldWeights(
                settings.real(Setting.CONTENT_GENRES),
                settings.real(Setting.CONTENT_STUDIOS),
                settings.real(Setting.CONTENT_SOURCE),
                settings.real(Setting.CONTENT_TYPE),
                settings.real(Setting.CONTENT_ERA),
                settings.real(Setting.CONTENT_AGE_RATING),
                settings.real(Setting.CONTENT_NAME),
                settings.real(Setting.CONTENT_FRANCHISE),
                settings.real(Setting.CONTENT_WORDS),
                settings.real(Setting.CONTENT_EMBEDDING));
    }

    private static ImplicitAlsTrainer als(Settings settings, long seed) {
        ImplicitAlsTrainer usual = ImplicitAlsTrainer.defaults();
        return new ImplicitAlsTrainer(
                settings.integer(Setting.ALS_EMBEDDING_SIZE),
                settings.real(Setting.ALS_ALPHA),
                settings.real(Setting.ALS_REGULARIZATION),
                settings.integer(Setting.ALS_EPOCHS),
                usual.solverSteps(),
                seed);
    }

    private static EmbeddingNetTrainer net(EmbeddingNetTrainer recipe, Settings settings, long seed) {
        return new EmbeddingNetTrainer(
                recipe.name(),
                settings.integer(Setting.NET_EMBEDDING_SIZE),
                settings.integer(Setting.NET_EPOCHS),
                settings.integer(Setting.NET_BATCH_SIZE),
                recipe.schedule(),
                recipe.adamRule(),
                recipe.batchNormMomentum(),
                recipe.unscored(),
                recipe.validationRows(),
                recipe.patience(),
                seed);
    }

    private static TwoTowerTrainer rankingNet(Settings settings, long seed) {
        TwoTowerTrainer usual = TwoTowerTrainer.defaults();
        return new TwoTowerTrainer(
                settings.integer(Setting.RANKING_EMBEDDING_SIZE),
                settings.integer(Setting.RANKING_EPOCHS),
                settings.integer(Setting.RANKING_BATCH_SIZE),
                usual.schedule(),
                settings.real(Setting.RANKING_TEMPERATURE),
                settings.real(Setting.RANKING_DROPOUT),
                usual.validationUsers(),
                usual.patience(),
                seed);
    }

    /// The door before the questions of a server.
    static Admission admission(Settings settings, Telemetry telemetry) {
        int atOnce = settings.integer(Setting.SERVE_AT_ONCE);
        return new Admission(
                atOnce == 0 ? 2 * Runtime.getRuntime().availableProcessors() : atOnce,
                settings.integer(Setting.SERVE_MAY_WAIT),
                Duration.ofSeconds(settings.integer(Setting.SERVE_PATIENCE)),
                telemetry);
    }

    /// How the API treats those who ask.
    static ApiSettings api(Settings settings) {
        String origins = settings.text(Setting.SERVE_CORS);
        return new ApiSettings(
                settings.integer(Setting.SERVE_RATE),
                settings.integer(Setting.SERVE_KEY_RATE),
                origins.equals("none") ? List.of() : List.of(origins.strip().split("\\s*,\\s*", -1)));
    }

    /// The registry, which can restore every family.
    static ModelRegistry registry(Workplace workplace, Kernels kernels) {
        List<Trainer<?>> families = Families.NAMES.stream()
                .<Trainer<?>>map(name -> trainer(name, workplace.settings()))
                .toList();
        return new ModelRegistry(
                workplace.models(), families, kernels, workplace.stored().models());
    }

    /// The services lists can be fetched from by user name, in the order a page offers them.
    ///
    /// @param environment the process's variables; `OSUSUME_MAL_CLIENT_ID` is what MyAnimeList knows
    ///     this server by
    static List<ListSource> listSources(Settings settings, Map<String, String> environment) {
        ImportLimits limits = new ImportLimits(
                seconds(settings, Setting.IMPORTS_CONNECT_TIMEOUT),
                seconds(settings, Setting.IMPORTS_REQUEST_TIMEOUT),
                seconds(settings, Setting.IMPORTS_DEADLINE),
                seconds(settings, Setting.IMPORTS_MAX_WAIT),
                settings.integer(Setting.IMPORTS_RETRIES),
                settings.integer(Setting.IMPORTS_MAX_BODY_BYTES),
                settings.integer(Setting.IMPORTS_MAX_PAGES),
                settings.integer(Setting.IMPORTS_MAX_ENTRIES));
        String clientId = environment.getOrDefault("OSUSUME_MAL_CLIENT_ID", "").strip();
        return List.of(
                new AniListSource(new ImportSettings(
                        URI.create(settings.text(Setting.IMPORTS_ANILIST_URL)),
                        settings.integer(Setting.IMPORTS_ANILIST_RATE),
                        "",
                        limits)),
                new MyAnimeListSource(new ImportSettings(
                        URI.create(settings.text(Setting.IMPORTS_MYANIMELIST_URL)),
                        settings.integer(Setting.IMPORTS_MYANIMELIST_RATE),
                        clientId,
                        limits)),
                new KitsuSource(new ImportSettings(
                        URI.create(settings.text(Setting.IMPORTS_KITSU_URL)),
                        settings.integer(Setting.IMPORTS_KITSU_RATE),
                        "",
                        limits)));
    }

    private static Duration seconds(Settings settings, Setting setting) {
        return Duration.ofSeconds(settings.integer(setting));
    }

    /// Opens the database of profiles and API keys that the settings name, its tables brought up to
    /// date.
    static Database database(Workplace workplace) {
        return database(workplace, Telemetry.NONE);
    }

    /// The same, telling of each use.
    static Database database(Workplace workplace, Telemetry telemetry) {
        return Database.open(storage(workplace, workplace.settings().text(Setting.STORAGE_URL)), telemetry);
    }

    /// Where profiles are stored, with another address than the settings'.
    ///
    /// @param url of PostgreSQL, or the path of a SQLite file: a relative one starts at the artifacts
    ///     folder
    static DatabaseSettings storage(Workplace workplace, String url) {
        Settings settings = workplace.settings();
        return new DatabaseSettings(
                url.startsWith("jdbc:")
                        ? url
                        : workplace.artifacts().resolve(url).toString(),
                settings.text(Setting.STORAGE_USER),
                StoragePassword.read(settings, System.getenv()),
                settings.integer(Setting.STORAGE_CONNECTIONS),
                Duration.ofSeconds(settings.integer(Setting.STORAGE_TIMEOUT)));
    }

    /// The profiles in a database, within the limits of the settings.
    static ProfileStore profiles(Database database, Settings settings) {
        ProfileLimits usual = ProfileLimits.DEFAULT;
        return new ProfileStore(
                database,
                new ProfileLimits(
                        settings.integer(Setting.PROFILE_MAX_ENTRIES),
                        usual.marks(),
                        usual.preferences(),
                        settings.integer(Setting.PROFILE_CHANGES_KEPT),
                        usual.historyParts()),
                InstantSource.system());
    }

    /// How long an unused profile stays.
    static Duration profileRetention(Settings settings) {
        return Duration.ofDays(settings.integer(Setting.PROFILE_RETENTION));
    }

    /// The API keys in a database.
    static ApiKeys apiKeys(Database database) {
        return new ApiKeys(database, InstantSource.system());
    }

    /// The assistant that talks with fans: with a language model where there is a key, else by rules.
    ///
    /// @param count where the answers and the money of a day are counted
    /// @param environment the process's variables
    static Assistant assistant(Settings settings, DayCount count, Map<String, String> environment) {
        AssistantLimits limits = new AssistantLimits(
                settings.integer(Setting.CHAT_TOKENS),
                settings.integer(Setting.CHAT_TURNS),
                settings.integer(Setting.CHAT_TOOL_CALLS),
                seconds(settings, Setting.CHAT_TIME),
                settings.integer(Setting.CHAT_ANSWERS_A_DAY),
                settings.real(Setting.CHAT_MONEY_A_DAY),
                settings.real(Setting.CHAT_PRICE_IN),
                settings.real(Setting.CHAT_PRICE_OUT));
        Optional<ChatModel> model = ChatKey.read(settings, environment)
                .map(key -> new OpenAiModel(new OpenAiSettings(
                        key,
                        ChatKey.address(environment),
                        settings.text(Setting.CHAT_MODEL),
                        seconds(settings, Setting.CHAT_CONNECT_TIMEOUT),
                        seconds(settings, Setting.CHAT_READ_TIMEOUT),
                        settings.integer(Setting.CHAT_RETRIES),
                        seconds(settings, Setting.CHAT_MAX_WAIT))));
        return new Assistant(model, limits, new AssistantUsage(), count, InstantSource.system());
    }
}
