package io.osusume.card;

import io.osusume.artifact.Manifest;
import io.osusume.card.CardPart.Commands;
import io.osusume.card.CardPart.Points;
import io.osusume.card.CardPart.Table;
import io.osusume.card.CardPart.Text;
import io.osusume.plot.Figures;
import io.osusume.registry.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a card says of where the version comes from.
///
/// @param subject the version
record CardOrigin(CardSubject subject) {
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("popularity", "Titles in the order of how many lists have them, the same for every fan."),
            Map.entry(
                    "content",
                    "Titles whose facts (genres, studio, source, type, era, name) are like those of the list."),
            Map.entry("item-knn", "Titles that stand on the same lists as those of the list: item-based neighbours."),
            Map.entry(
                    "ease",
                    "A weight between each two titles, solved for in closed form (Steck, Embarrassingly"
                            + " shallow autoencoders for sparse data, 2019)."),
            Map.entry(
                    "edlae",
                    "A weight between each two titles, solved for in closed form and kept from merely copying"
                            + " the list (Steck, Autoencoders that don't overfit towards the identity, 2020)."),
            Map.entry(
                    "als",
                    "Factors of users and titles, learnt in turn (Hu, Koren and Volinsky, Collaborative"
                            + " filtering for implicit feedback datasets, 2008)."),
            Map.entry("net-original", "The embedding network of the replaced system, with its own schedule."),
            Map.entry(
                    "net-corrected",
                    "The embedding network of the replaced system, with a schedule under which it" + " learns."),
            Map.entry("net-ranking", "Two networks, of the list and of the title, taught to rank."),
            Map.entry("hybrid", "Two stages: titles are gathered from several sources, then ordered by a ranker."),
            Map.entry("hybrid-original", "The hybrid of the replaced system, its functions as they were."));

    CardSection details() {
        Manifest manifest = subject.manifest();
        String family = subject.lineage().family();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Version", subject.id()));
        rows.add(List.of("Family", family));
        rows.add(List.of("Made by", "Osusume " + subject.lineage().code()));
        rows.add(List.of("Java", manifest.environment().getOrDefault("jvm", Figures.ABSENT)));
        rows.add(List.of("Computed with", manifest.environment().getOrDefault("kernels", Figures.ABSENT)));
        Double seconds = manifest.metrics().get("train-seconds");
        if (seconds != null) {
            rows.add(List.of("Training took", String.format(Locale.ROOT, "%.1f s", seconds)));
        }
        long bytes = manifest.files().values().stream()
                .mapToLong(Manifest.FileEntry::sizeBytes)
                .sum();
        rows.add(List.of("Size", size(bytes) + " in " + manifest.files().size() + " files"));
        List<CardPart> parts = new ArrayList<>();
        if (FAMILIES.containsKey(family)) {
            parts.add(new Text(FAMILIES.get(family)));
        }
        parts.add(new Table("The version", List.of("What", "Value"), rows));
        parts.add(new Table("Settings of its training", List.of("Setting", "Value"), pairs(manifest.settings())));
        return new CardSection("Model details", parts);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Figures.count(bytes) + " bytes" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static List<List<String>> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> List.of(each.getKey(), each.getValue()))
                .toList();
    }

    CardSection trainingData() {
        Lineage lineage = subject.lineage();
        long users = subject.count("users");
        long items = subject.count("items");
        long entries = subject.count("interactions");
        List<String> points = new ArrayList<>();
        if (subject.manifest().ofSimulatedUsers()) {
            points.add(Manifest.SIMULATED_USERS);
        }
        points.add(String.format(
                Locale.ROOT,
                "%s lists with %s entries over %s titles: %.2f%% of all pairs of a user and a title.",
                Figures.count(users),
                Figures.count(entries),
                Figures.count(items),
                100.0 * entries / Math.max(1, users * items)));
        subject.setting("prepare.min-ratings")
                .ifPresent(least -> points.add("Users with fewer than " + least
                        + " rows were left out: of fans with shorter lists it learnt nothing."));
        subject.setting("ingest.limit")
                .filter(limit -> !limit.equals("none"))
                .ifPresent(limit -> points.add("At most the first " + Figures.count(Long.parseLong(limit))
                        + " rows of the raw file were read."));
        subject.setting("prepare.unscored")
                .filter("exclude-from-ratings"::equals)
                .ifPresent(_ -> points.add("Watched but not scored counts as watched, and as no score."));
        List<List<String>> rows = new ArrayList<>();
        lineage.raw().forEach((name, hash) -> rows.add(List.of(name, hash)));
        rows.add(List.of("all prepared data", "sha256:" + lineage.data()));
        return new CardSection(
                "Training data",
                List.of(new Points(points), new Table("What it was made from", List.of("File", "Hash"), rows)));
    }

    CardSection again() {
        List<CardPart> parts = new ArrayList<>();
        if (!lineageIsWhole()) {
            return new CardSection("How to make it again", parts);
        }
        String code = subject.lineage().code();
        parts.add(new Text("From the raw data above, with the code " + code + " and the settings in its manifest (seed "
                + subject.setting("train.seed").orElse("unknown")
                + "), the same files come out bit for bit on any number of threads."
                + (code.endsWith("-dirty")
                        ? " That code was changed after its commit: it takes those changes, too."
                        : "")
                + " The command compares them:"));
        parts.add(new Commands(List.of("./osusume models reproduce " + subject.id())));
        return new CardSection("How to make it again", parts);
    }

    CardSection notes() {
        List<String> notes = subject.manifest().notes().stream()
                .filter(note -> !note.equals(Manifest.SIMULATED_USERS))
                .toList();
        return new CardSection("What its training noted", notes.isEmpty() ? List.of() : List.of(new Points(notes)));
    }

    private boolean lineageIsWhole() {
        return !subject.lineage().settings().isEmpty()
                && !subject.lineage().raw().isEmpty();
    }
}
