package io.osusume.prepare;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rating rows to packed rows in two passes over the file: the first checks and counts, the second places the rows of
/// kept users. Rows of one user may stand anywhere in the file.
///
/// Memory does not grow with the rows that are dropped: four bytes a kept row outside the heap, and for each of at
/// most 64 parts of the file two numbers a user in it.
final class RatingsPreparation implements AutoCloseable {
    private final RatingFile file;
    private final PrepareSettings settings;
    private final Threads threads;
    private final TrainingListener listener;

    private RatingsPreparation(RatingFile file, PrepareSettings settings, TrainingListener listener) {
        this.file = file;
        this.settings = settings;
        this.threads = new Threads(settings.threads());
        this.listener = listener;
    }

    static RatingsPreparation open(Path file, PrepareSettings settings, TrainingListener listener) throws IOException {
        return new RatingsPreparation(RatingFile.open(file), settings, listener);
    }

    /// Reads the file twice.
    ///
    /// @return the rows, which the caller closes
    KeptRows run() throws IOException {
        RowCounts counts = count();
        counts.badRows().check(settings.badRows());
        long badRows = counts.badRows().count();
        if (counts.rows() == 0) {
            throw new PrepareException(RawFiles.RATINGS + " has no usable row below its header; ingest it again");
        }
        long[] itemIds = PackedRows.sortedIds(counts.items());
        PrepareReport.Size read = new PrepareReport.Size(counts.rows(), counts.users(), itemIds.length);
        PrepareReport.Size whole = new PrepareReport.Size(counts.rows() + badRows, counts.users(), itemIds.length);
        Placement placement = counts.placement(settings.minRatings());
        PackedRows rows = new PackedRows(placement.offsets(), counts.items());
        try {
            readAll("placing rows", part -> file.read(part, rows.sink(placement.starts(part)), _ -> {}));
            file.checkUnchanged();
            listener.progress("sorting lists", 0);
            long duplicates = rows.sortAndDropDuplicates(threads);
            Tally tally = Tally.of(rows, itemIds.length);
            int items = tally.itemCount();
            PrepareReport.Size kept = new PrepareReport.Size(placement.rows(), rows.users(), items);
            PrepareReport.Size unique = new PrepareReport.Size(placement.rows() - duplicates, rows.users(), items);
            return new KeptRows(
                    rows,
                    placement.userIds(),
                    itemIds,
                    tally,
                    List.of(
                            new PrepareReport.Step("bad rows skipped", whole, read),
                            new PrepareReport.Step(
                                    "users below " + settings.minRatings() + " rows dropped", read, kept),
                            new PrepareReport.Step("earlier of duplicated rows dropped", kept, unique)),
                    counts.badRows().first());
        } catch (IOException | RuntimeException | Error failed) {
            rows.close();
            throw failed;
        }
    }

    /// The first pass. Parts are joined in the order of the file as soon as all before them are there.
    private RowCounts count() throws IOException {
        RowCounts whole = new RowCounts();
        Map<Integer, PartCounts> waiting = new ConcurrentHashMap<>();
        long[] lines = new long[file.parts()];
        AtomicInteger next = new AtomicInteger();
        readAll("counting rows", part -> {
            PartCounts counts = new PartCounts();
            Consumer<BadRow> bad = counts.badRows()::add;
            lines[part] = file.read(part, counts, bad);
            synchronized (whole) {
                waiting.put(part, counts);
                for (@Nullable PartCounts ready = waiting.remove(next.get());
                        ready != null;
                        ready = waiting.remove(next.get())) {
                    whole.add(ready, lines[next.getAndIncrement()]);
                }
            }
        });
        return whole;
    }

    private void readAll(String step, PartReader reader) throws IOException {
        AtomicInteger done = new AtomicInteger();
        try {
            threads.run(file.parts(), part -> {
                try {
                    reader.read(part);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                listener.progress(step, done.incrementAndGet() / (double) file.parts());
            });
        } catch (UncheckedIOException wrapped) {
            throw new IOException(wrapped.getMessage(), wrapped);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Reads one part of the file.
    @FunctionalInterface
    private interface PartReader {
        void read(int part) throws IOException;
    }
}
