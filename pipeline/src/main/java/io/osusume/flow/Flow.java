package io.osusume.flow;

import io.osusume.flow.StageRecord.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A pipeline in one artifacts folder: says of each stage whether it must run and why, and runs those
/// that must. What a
/// stage made is remembered as soon as it is whole, so that a run that was killed goes on where it
/// stopped.
///
/// @param graph the stages
/// @param artifacts the folder that holds all they make; what is remembered lies in `flow` below it
/// @param surroundings what comes from outside the pipeline
public record Flow(FlowGraph graph, Path artifacts, Surroundings surroundings) {
    private static final String FOLDER = "flow";
    private static final String CACHE = "hashes.tsv";
    private static final String LOCK = "lock";

    /// What a pipeline finds around it.
    public interface Surroundings {
        /// The content hash of an input that no stage makes.
        String outside(String input, HashCache cache) throws IOException;

        /// The values of the settings that match some keys.
        SortedMap<String, String> settings(List<String> keys);

        /// The hashes of some packages' code.
        SortedMap<String, String> code(List<String> packages);

        /// The time.
        Instant now();
    }

    /// Does the work of stages.
    public interface Work {
        /// Does one.
        ///
        /// @return where each of its outputs lies, below the artifacts folder
        Map<String, Path> run(Stage stage) throws IOException;
    }

    /// Hears what becomes of each stage.
    public interface Listener {
        /// A stage need not run, or nobody can tell yet.
        void decided(Stage stage, Decision decision);

        /// A stage begins.
        default void begins(Stage stage, Decision decision) {}

        /// A stage has ended well.
        default void ended(Stage stage, Duration took) {}
    }

    /// What is to become of a stage.
    ///
    /// @param fate whether it runs
    /// @param reasons why, a phrase each
    public record Decision(Fate fate, List<String> reasons) {
        public Decision {
            reasons = List.copyOf(reasons);
        }
    }

    /// Whether a stage runs.
    public enum Fate {
        /// It must.
        RUN,
        /// It need not: nothing changed.
        SKIP,
        /// That depends on what stages before it make.
        DEPENDS
    }

    /// How many stages ran and were skipped.
    public record Summary(int ran, int skipped) {}

    /// The file that is locked while the pipeline runs.
    public Path lockFile() {
        return artifacts.resolve(FOLDER).resolve(LOCK);
    }

    /// The folder for what the pipeline itself keeps.
    public Path folder() {
        return artifacts.resolve(FOLDER);
    }

    private StageRecords records() {
        return new StageRecords(folder().resolve("stages"));
    }

    private HashCache cache() throws IOException {
        return HashCache.at(folder().resolve(CACHE), surroundings::now);
    }

    /// Where an output of a stage that ran lies, by the last record of it; empty if it never ran.
    public Optional<Path> product(String output) throws IOException {
        Optional<Stage> maker = graph.maker(output);
        return maker.isEmpty()
                ? Optional.empty()
                : records().read(maker.get()).stream()
                        .flatMap(record -> record.products().stream())
                        .filter(product -> product.output().equals(output))
                        .map(product -> artifacts.resolve(product.path()))
                        .findFirst();
    }

    /// Says what a run would do, and changes nothing but the memory of hashes.
    ///
    /// @param forced stages that run whatever has changed
    public Map<Stage, Decision> plan(Set<Stage> forced) throws IOException {
        HashCache cache = cache();
        Map<Stage, Decision> plan = new LinkedHashMap<>();
        Set<String> unsure = new HashSet<>();
        for (Stage stage : graph.stages()) {
            List<String> waits =
                    stage.inputs().stream().filter(unsure::contains).toList();
            Decision decision = waits.isEmpty() || forced.contains(stage)
                    ? decide(stage, fingerprint(stage, cache, waits), forced.contains(stage), cache)
                    : new Decision(Fate.DEPENDS, List.of("if " + String.join(" or ", waits) + " comes out otherwise"));
            plan.put(stage, decision);
            if (decision.fate() != Fate.SKIP) {
                unsure.addAll(stage.outputs());
            }
        }
        cache.save();
        return plan;
    }

    /// Runs what must run, stage by stage. The caller holds the lock.
    ///
    /// @param forced stages that run whatever has changed
    public Summary run(Set<Stage> forced, Work work, Listener listener) throws IOException {
        HashCache cache = cache();
        int ran = 0;
        int skipped = 0;
        for (Stage stage : graph.stages()) {
            Fingerprint fingerprint = fingerprint(stage, cache, List.of());
            Decision decision = decide(stage, fingerprint, forced.contains(stage), cache);
            if (decision.fate() == Fate.SKIP) {
                listener.decided(stage, decision);
                skipped++;
                continue;
            }
            cache.save();
            listener.begins(stage, decision);
            records().forget(stage);
            Instant start = surroundings.now();
            Map<String, Path> made = work.run(stage);
            Duration took = Duration.between(start, surroundings.now());
            records()
                    .write(
                            stage,
                            new StageRecord(
                                    fingerprint,
                                    products(stage, made, cache),
                                    surroundings.now(),
                                    took.toMillis() / 1e3));
            cache.save();
            listener.ended(stage, took);
            ran++;
        }
        cache.save();
        return new Summary(ran, skipped);
    }

    private List<Product> products(Stage stage, Map<String, Path> made, HashCache cache) throws IOException {
        List<Product> products = new ArrayList<>();
        Contents contents = new Contents(cache);
        HashCache.settle();
        for (String output : stage.outputs()) {
            Path place = made.get(output);
            if (place == null) {
                throw new FlowException("stage '" + stage.name() + "' did not make its output '" + output + "'");
            }
            contents.learn(place);
            String hash = contents.hash(place)
                    .orElseThrow(() -> new FlowException("stage '" + stage.name() + "' did not make its output '"
                            + output + "': nothing is at " + place));
            products.add(new Product(output, artifacts.relativize(place).toString(), hash));
        }
        return products;
    }

    private Fingerprint fingerprint(Stage stage, HashCache cache, List<String> unknown) throws IOException {
        SortedMap<String, String> inputs = new TreeMap<>();
        for (String input : stage.inputs()) {
            if (graph.maker(input).isEmpty()) {
                inputs.put(input, surroundings.outside(input, cache));
            } else if (!unknown.contains(input)) {
                Optional<Path> place = product(input);
                Optional<String> hash = place.isEmpty() ? Optional.empty() : new Contents(cache).hash(place.get());
                hash.ifPresent(known -> inputs.put(input, known));
            }
        }
        return new Fingerprint(inputs, surroundings.settings(stage.settings()), surroundings.code(stage.code()));
    }

    private Decision decide(Stage stage, Fingerprint now, boolean forced, HashCache cache) throws IOException {
        if (forced) {
            return new Decision(Fate.RUN, List.of("forced"));
        }
        Optional<StageRecord> last = records().read(stage);
        if (last.isEmpty()) {
            return new Decision(Fate.RUN, List.of("it has not run to its end yet"));
        }
        List<String> reasons = new ArrayList<>(now.changesSince(last.get().fingerprint()));
        Set<String> made = new HashSet<>();
        for (Product product : last.get().products()) {
            made.add(product.output());
            Optional<String> hash = new Contents(cache).hash(artifacts.resolve(product.path()));
            if (hash.isEmpty()) {
                reasons.add("output " + product.output() + " is gone");
            } else if (!hash.get().equals(product.hash())) {
                reasons.add("output " + product.output() + " is not what it made");
            }
        }
        stage.outputs().stream()
                .filter(output -> !made.contains(output))
                .forEach(output -> reasons.add("output " + output + " is new"));
        return reasons.isEmpty()
                ? new Decision(Fate.SKIP, List.of("nothing changed"))
                : new Decision(Fate.RUN, reasons);
    }
}
