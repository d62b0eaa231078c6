package io.osusume.registry;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.artifact.SafetensorsFile;
import io.osusume.catalog.CatalogueFile;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.train.Epoch;
import io.osusume.train.EpochsFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Model versions in one folder, each in a folder of its own that never changes, and aliases: small files that name the
/// version to serve, the one before it, and the one that wants to be next.
///
/// ```
/// models/
///   champion, previous, challenger     the id of one version each
///   history.jsonl                      every move of an alias: when, from what to what, who, why
///   about/ease-2026.../                reports about a version
///   ease-20261124T113000Z-9f2c1a/
///     manifest.json                    where it comes from; size and hash of every other file
///     model.safetensors                the model's state
///     interactions.safetensors         what it was trained on
///     ids.safetensors                  `users` and `items`, by index
///     catalogue.parquet                titles, and relations.parquet if there are any
///     franchises.safetensors           which items belong together, and in which order they are watched
///     epochs.csv                       how the training went, for models that learn in epochs
///     map.safetensors, ...             what it tells beside recommendations: see Insights
/// ```
/// Versions appear whole or not at all, and an alias moves by one rename: readers in other processes need no lock.
/// Folders that are still being written are passed over.
///
/// Where the models are shared with other computers, the folder holds a copy of some versions and no aliases: a version
/// that is not here is fetched when somebody asks for it, one that is made or named by an alias is sent.
///
/// @param models the folder; made when the first version comes
/// @param families the trainers whose models can be loaded, by their names
/// @param kernels the numeric means loaded models get, named in the manifest of new ones
/// @param shared where other computers find what is made here, and the aliases
public record ModelRegistry(Path models, List<Trainer<?>> families, Kernels kernels, Optional<SharedModels> shared) {
    private static final String ABOUT = "about";
    private static final String MODEL = "model.safetensors";
    private static final String INTERACTIONS = "interactions.safetensors";
    private static final String IDS = "ids.safetensors";
    private static final String SCALE = "scale";
    static final String COMPLETES = "completes";

    public ModelRegistry {
        families = List.copyOf(families);
    }

    /// One that is not shared.
    public ModelRegistry(Path models, List<Trainer<?>> families, Kernels kernels) {
        this(models, families, kernels, Optional.empty());
    }

    /// Adds a version.
    ///
    /// @return its id
    /// @throws ArtifactException if the very same version is there already
    public String register(Registration registration) throws IOException {
        String family = registration.trainer().name();
        try (ArtifactFolder folder = ArtifactFolder.begin(models.resolve(family))) {
            Path path = folder.path();
            SafetensorsFile.write(path.resolve(MODEL), registration.model().state());
            SafetensorsFile.write(
                    path.resolve(INTERACTIONS), registration.model().training().tensors());
            SafetensorsFile.write(path.resolve(IDS), ids(registration));
            CatalogueFile.write(path, registration.catalogue());
            FranchisesFile.write(path, registration.catalogue(), registration.items());
            EpochsFile.write(path, registration.epochs());
            write(path, registration.insights().insights());
            registration.manifest(kernelNames()).writeTo(path);
            return commit(folder, family, registration.created());
        }
    }

    private static void write(Path folder, Insights insights) throws IOException {
        for (Map.Entry<String, Tensors> file : insights.files().entrySet()) {
            SafetensorsFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private String commit(ArtifactFolder folder, String family, Instant created) throws IOException {
        String id = VersionName.of(family, created, folder.path()).toString();
        try {
            folder.commitNewAs(id);
        } catch (FileAlreadyExistsException taken) {
            throw new ArtifactException("model version '" + id + "' is registered already", taken);
        }
        publish(id);
        return id;
    }

    /// Adds a version that is another one with insights: its model, data and metrics stay as they are.
    /// Files that do
    /// not change are linked, where the file system can, so they take no room a second time.
    ///
    /// @param id of the other version, which is checked; insights it has already are replaced
    /// @return the id of the new version
    /// @throws ArtifactException if there is no such version or it is damaged
    public String complete(String id, LearntInsights learnt, Instant created) throws IOException {
        Manifest old = verify(id);
        String family = old.inputs().getOrDefault("family", "");
        try (ArtifactFolder folder = ArtifactFolder.begin(models.resolve(family))) {
            for (String file : old.files().keySet()) {
                if (!Insights.isFile(file)) {
                    link(models.resolve(id).resolve(file), folder.path().resolve(file));
                }
            }
            if (!old.files().containsKey(FranchisesFile.FILE)) {
                IdIndex items = IdIndex.of(
                        SafetensorsFile.read(models.resolve(id).resolve(IDS)).longs("items"));
                FranchisesFile.write(folder.path(), CatalogueFile.read(models.resolve(id)), items);
            }
            write(folder.path(), learnt.insights());
            SortedMap<String, String> inputs = new TreeMap<>(old.inputs());
            inputs.put(COMPLETES, id);
            SortedMap<String, String> settings = new TreeMap<>(old.settings());
            settings.putAll(learnt.settings());
            SortedMap<String, Double> metrics = new TreeMap<>(old.metrics());
            metrics.putAll(learnt.measured());
            Manifest.of(old.kind(), created)
                    .withInputs(inputs)
                    .withSettings(settings)
                    .withCounts(old.counts())
                    .withMetrics(metrics)
                    .withEnvironment(old.environment())
                    .withNotes(old.notes())
                    .writeTo(folder.path());
            return commit(folder, family, created);
        }
    }

    private void publish(String id) throws IOException {
        if (shared.isPresent()) {
            shared.get().publish(id, models.resolve(id));
        }
    }

    private boolean isHere(String id) throws IOException {
        return Files.isDirectory(models.resolve(id))
                || (shared.isPresent() && shared.get().fetch(id, models.resolve(id)));
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException cannot) {
            Files.copy(from, to);
        }
    }

    private static Tensors ids(Registration registration) {
        long[] users = registration.users().ids();
        long[] items = registration.items().ids();
        return Tensors.of(Map.of(SCALE, registration.model().training().scale().name()))
                .with("users", Tensor.of(users, users.length))
                .with("items", Tensor.of(items, items.length));
    }

    private String kernelNames() {
        return kernels.vectors().name() + " vectors, " + kernels.dense().name() + " matrices, "
                + kernels.threads().count() + " threads";
    }

    /// The ids of all versions that are here, oldest first.
    public List<String> list() throws IOException {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(models)) {
            return listed.filter(file -> !ArtifactFolder.isTemporary(file) && Files.isDirectory(file))
                    .flatMap(file -> VersionName.parse(String.valueOf(file.getFileName())).stream())
                    .sorted(Comparator.comparing(VersionName::time).thenComparing(VersionName::toString))
                    .map(VersionName::toString)
                    .toList();
        }
    }

    /// The manifest of a version, its own hash checked, the other files not looked at.
    ///
    /// @throws ArtifactException if there is no such version, or its manifest is damaged
    public Manifest show(String id) throws IOException {
        VersionName name = VersionName.parse(id).orElse(null);
        if (name == null || !isHere(id)) {
            throw new ArtifactException("there is no model version '" + id + "'; " + existing());
        }
        Path folder = models.resolve(id);
        Path file = folder.resolve(Manifest.FILE);
        Manifest manifest = Manifest.read(folder);
        String hash = VersionName.manifestHash(folder);
        if (!hash.startsWith(name.hash())) {
            throw new ArtifactException(file + " does not match its version's name: expected a sha256 that begins with "
                    + name.hash() + ", found " + hash + "; train again or restore the file");
        }
        return manifest;
    }

    private String existing() throws IOException {
        List<String> ids = list();
        return ids.isEmpty() ? models + " has none; train one" : models + " has " + String.join(", ", ids);
    }

    /// What the training of a version told of each epoch; nothing for models that have none.
    public List<Epoch> epochs(String id) throws IOException {
        show(id);
        return EpochsFile.read(models.resolve(id));
    }

    /// Checks the size and hash of every file of a version.
    ///
    /// @return its manifest
    /// @throws ArtifactException at the first file that is missing or damaged, or if there is
    ///     no such version
    public Manifest verify(String id) throws IOException {
        return show(id).verify(models.resolve(id));
    }

    /// Reads a version after checking it; what it was trained on and its insights are checked and read
    /// when somebody
    /// asks for them.
    ///
    /// @throws ArtifactException if there is no such version, a file is missing or damaged, or
    ///     its family is unknown
    public LoadedModel load(String id) throws IOException {
        Path folder = models.resolve(id);
        Manifest manifest = show(id);
        FutureTask<Manifest> checked = new FutureTask<>(() -> manifest.verify(folder, MODEL::equals));
        Thread.ofPlatform().daemon().name("osusume-checksum").start(checked); // the largest file, while others are read
        manifest.verify(folder, file -> !file.equals(MODEL) && !file.equals(INTERACTIONS) && !Insights.isFile(file));
        String family = manifest.inputs().getOrDefault("family", "");
        Trainer<?> trainer = families.stream()
                .filter(each -> each.name().equals(family))
                .findFirst()
                .orElseThrow(() ->
                        new ArtifactException("model version '" + id + "' is of the family '" + family + "', known are "
                                + (families.isEmpty() ? "none" : knownFamilies()) + "; use the program that made it"));
        try {
            Tensors ids = SafetensorsFile.read(folder.resolve(IDS));
            IdIndex users = IdIndex.of(ids.longs("users"));
            IdIndex items = IdIndex.of(ids.longs("items"));
            Catalogue catalogue = CatalogueFile.read(folder);
            FranchisesFile franchises = FranchisesFile.read(folder);
            ItemFacts facts = franchises.of(ItemFacts.of(catalogue, items));
            TrainingData data = TrainingData.fetched(() -> interactions(folder, manifest), facts);
            done(checked);
            Recommender model = trainer.restore(SafetensorsFile.read(folder.resolve(MODEL)), data, kernels);
            return new LoadedModel(
                    id,
                    model,
                    users,
                    items,
                    RatingScale.valueOf(ids.attribute(SCALE)),
                    catalogue,
                    manifest,
                    facts,
                    franchises.order(facts),
                    Insights.in(file -> insight(folder, manifest, file)));
        } catch (IllegalArgumentException | NoSuchElementException misfit) {
            throw new ArtifactException(
                    "model version '" + id + "' cannot be restored by this program: " + misfit.getMessage()
                            + "; train again or use the program that made it",
                    misfit);
        }
    }

    /// Waits for a check of files.
    private static void done(FutureTask<Manifest> check) throws IOException {
        try {
            check.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException wrong -> throw wrong;
                case null, default -> throw new IllegalStateException("a model's files could not be checked", failed);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the check of a model's files was interrupted");
        }
    }

    private static Interactions interactions(Path folder, Manifest manifest) {
        try {
            manifest.verify(folder, INTERACTIONS::equals);
            return Interactions.from(SafetensorsFile.read(folder.resolve(INTERACTIONS)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Tensors> insight(Path folder, Manifest manifest, String file) {
        if (!manifest.files().containsKey(file)) {
            return Optional.empty();
        }
        try {
            manifest.verify(folder, file::equals);
            return Optional.of(SafetensorsFile.read(folder.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String knownFamilies() {
        return families.stream().map(Trainer::name).collect(Collectors.joining(", "));
    }

    /// The id of the version to serve; empty if none was ever promoted.
    ///
    /// @throws ArtifactException if the alias holds no id
    public Optional<String> champion() throws IOException {
        return version(Alias.CHAMPION);
    }

    /// The id of the version an alias stands for; empty if it stands for none.
    ///
    /// @throws ArtifactException if the alias holds no id
    public Optional<String> version(Alias alias) throws IOException {
        return aliases().version(alias);
    }

    /// Every move of an alias that was written down, oldest first.
    public List<AliasChange> history() throws IOException {
        return aliases().history();
    }

    /// Makes a version the one to serve, after checking it; the alias moves by one rename, and the
    /// champion before it
    /// becomes [Alias#PREVIOUS]. Nobody is named in the history.
    ///
    /// @throws ArtifactException if there is no such version or it is damaged; the champion
    ///     then stays
    public void promote(String id) throws IOException {
        promote(id, new AliasChange.Because(Instant.now(), "", "", false));
    }

    /// The same, written down with who and why.
    ///
    /// @return whether it was not the champion already
    /// @throws ArtifactException if there is no such version or it is damaged; the champion
    ///     then stays
    public boolean promote(String id, AliasChange.Because because) throws IOException {
        verify(id);
        publish(id);
        return aliases().promote(id, because);
    }

    /// Makes a version the one to serve if the champion is still the one it was compared with.
    ///
    /// @param compared the champion at that time; empty if there was none
    /// @throws ArtifactException if the version is damaged or the champion is another one by now:
    ///     nothing moves then
    public void promote(String id, Optional<String> compared, AliasChange.Because because) throws IOException {
        verify(id);
        publish(id);
        aliases().promote(id, compared, because);
    }

    /// Points [Alias#CHALLENGER] at a version.
    ///
    /// @throws ArtifactException if there is no such version
    public void challenge(String id, AliasChange.Because because) throws IOException {
        show(id);
        publish(id);
        aliases().challenge(id, because);
    }

    /// Makes the champion before this one the champion again; this one becomes [Alias#PREVIOUS], so
    /// that a second rollback takes the first one back. Only the manifest and the sizes of its files
    /// are checked here, so that it takes no time: who loads the version checks every hash.
    ///
    /// @return the id of the champion now
    /// @throws ArtifactException if there is no champion before this one, or its folder is not whole
    public String rollback(AliasChange.Because because) throws IOException {
        Aliases aliases = aliases();
        Optional<String> champion = aliases.version(Alias.CHAMPION);
        String previous = aliases.beforeChampion();
        show(previous).verifySizes(models.resolve(previous));
        aliases.promote(previous, champion, because);
        return previous;
    }

    /// Where reports about a version lie, which come after it and so are no part of it: the gate's, its
    /// evaluation, its
    /// card. The folder may not exist.
    public Path about(String id) {
        return models.resolve(ABOUT).resolve(id);
    }

    /// Where the aliases are that count, for people: the folder, or the bucket other computers share.
    public String place() {
        return shared.map(SharedModels::place).orElseGet(models::toString);
    }

    private Aliases aliases() throws IOException {
        return new Aliases(shared.isPresent() ? shared.get().aliases() : new AtomicTexts(models));
    }
}
