package io.osusume.registry;

import io.osusume.data.Lazy;
import io.osusume.data.Tensors;
import io.osusume.model.audience.Audiences;
import io.osusume.model.layout.Atlas;
import io.osusume.model.neighbours.ListSample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a model version tells about titles and fans beside its recommendations. Each part may be
/// missing: versions of earlier programs have none. Of a version on disk, a part is read, and its
/// hash checked, when somebody first asks for it. Safe for use by many threads.
public final class Insights {
    /// Nothing.
    public static final Insights NONE = of(null, null, null, null);

    static final String MAP = "map.safetensors";
    static final String AUDIENCES = "audiences.safetensors";
    static final String SCORES = "scores.safetensors";
    static final String LISTS = "lists.safetensors";
    static final String MEANINGS = "meanings.safetensors";

    private final Lazy<Optional<Atlas>> map;
    private final Lazy<Optional<Audiences>> audiences;
    private final Lazy<Optional<ExpectedScores>> scores;
    private final Lazy<Optional<ListSample>> lists;
    private final Lazy<Optional<Meanings>> meanings;

    private Insights(
            Supplier<Optional<Atlas>> map,
            Supplier<Optional<Audiences>> audiences,
            Supplier<Optional<ExpectedScores>> scores,
            Supplier<Optional<ListSample>> lists,
            Supplier<Optional<Meanings>> meanings) {
        this.map = new Lazy<>(map);
        this.audiences = new Lazy<>(audiences);
        this.scores = new Lazy<>(scores);
        this.lists = new Lazy<>(lists);
        this.meanings = new Lazy<>(meanings);
    }

    /// Insights in memory; what is null is missing.
    public static Insights of(
            @Nullable Atlas map,
            @Nullable Audiences audiences,
            @Nullable ExpectedScores scores,
            @Nullable ListSample lists) {
        return new Insights(
                () -> Optional.ofNullable(map),
                () -> Optional.ofNullable(audiences),
                () -> Optional.ofNullable(scores),
                () -> Optional.ofNullable(lists),
                Optional::empty);
    }

    /// The same with what titles mean.
    public Insights with(Meanings others) {
        return new Insights(this::map, this::audiences, this::scores, this::lists, () -> Optional.of(others));
    }

    /// Insights in files.
    ///
    /// @param read gives what a file holds, empty if the version has no such file
    static Insights in(Function<String, Optional<Tensors>> read) {
        return new Insights(
                () -> read.apply(MAP).map(Atlas::of),
                () -> read.apply(AUDIENCES).map(Audiences::of),
                () -> read.apply(SCORES).map(ExpectedScores::of),
                () -> read.apply(LISTS).map(ListSample::of),
                () -> read.apply(MEANINGS).map(Meanings::of));
    }

    /// Whether a file is one of these, which are read late.
    static boolean isFile(String name) {
        return name.equals(MAP)
                || name.equals(AUDIENCES)
                || name.equals(SCORES)
                || name.equals(LISTS)
                || name.equals(MEANINGS);
    }

    /// What is there, by the names of the files.
    Map<String, Tensors> files() {
        Map<String, Tensors> files = new LinkedHashMap<>();
        map().ifPresent(part -> files.put(MAP, part.state()));
        audiences().ifPresent(part -> files.put(AUDIENCES, part.state()));
        scores().ifPresent(part -> files.put(SCORES, part.state()));
        lists().ifPresent(part -> files.put(LISTS, part.state()));
        meanings().ifPresent(part -> files.put(MEANINGS, part.state()));
        return files;
    }

    /// The map of all items.
    public Optional<Atlas> map() {
        return map.get();
    }

    /// Who has which item.
    public Optional<Audiences> audiences() {
        return audiences.get();
    }

    /// What scores users would give.
    public Optional<ExpectedScores> scores() {
        return scores.get();
    }

    /// Lists of users whom nothing names.
    public Optional<ListSample> lists() {
        return lists.get();
    }

    /// What titles mean, for searching by descriptions.
    public Optional<Meanings> meanings() {
        return meanings.get();
    }
}
