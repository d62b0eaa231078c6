package io.osusume.prepare;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rating rows to packed rows, reading the file once: all rows are checked and packed, then the users who have enough
/// of them are known. Rows of one user may stand anywhere in the file.
///
/// Memory: four bytes a row of the file outside the heap until this is closed, and for each of at most 64 parts of the
/// file some numbers a user in it.
final class RatingsPreparation implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
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

    /// Reads the file.
    ///
    /// @return the rows, which live until this is closed
    KeptRows run() throws IOException {
        RowCounts counts = read();
        counts.badRows().check(settings.badRows());
        long badRows = counts.badRows().count();
        if (counts.rows() == 0) {
            throw new PrepareException(RawFiles.RATINGS + " has no usable row below its header; ingest it again");
        }
        file.checkUnchanged();
        long[] itemIds = counts.itemIds();
        PrepareReport.Size read = new PrepareReport.Size(counts.rows(), counts.users(), itemIds.length);
        PrepareReport.Size whole = new PrepareReport.Size(counts.rows() + badRows, counts.users(), itemIds.length);
        long[] userIds = counts.keptUsers(settings.minRatings());
        PackedRows rows = counts.rowsOf(userIds);
        int[] offsets = rows.offsets();
        listener.progress("sorting lists", 0);
        Tally tally = rows.sortAndDropDuplicates(threads);
        int items = tally.itemCount();
        PrepareReport.Size kept = new PrepareReport.Size(offsets[userIds.length], userIds.length, items);
        PrepareReport.Size unique = new PrepareReport.Size(tally.rows(), userIds.length, items);
        return new KeptRows(
                rows,
                userIds,
                itemIds,
                tally,
                List.of(
                        new PrepareReport.Step("bad rows skipped", whole, read),
                        new PrepareReport.Step("users below " + settings.minRatings() + " rows dropped", read, kept),
                        new PrepareReport.Step("earlier of duplicated rows dropped", kept, unique)),
                counts.badRows().first());
    }

    /// Parts are joined in the order of the file as soon as all before them are there.
    private RowCounts read() throws IOException {
        RowCounts whole = new RowCounts();
        Map<Integer, Runnable> waiting = new HashMap<>();
        AtomicInteger next = new AtomicInteger();
        readAll("reading rows", part -> {
            PartRows rows = new PartRows();
            Consumer<BadRow> bad = rows.badRows()::add;
            long lines = file.read(part, rows, bad);
            PartRows.Stored stored = rows.store(arena);
            synchronized (whole) {
                waiting.put(part, () -> whole.add(rows, stored, lines));
                for (@Nullable Runnable ready = waiting.remove(next.get());
                        ready != null;
                        ready = waiting.remove(next.get())) {
                    ready.run();
                    next.incrementAndGet();
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
        arena.close();
        file.close();
    }

    /// Reads one part of the file.
    @FunctionalInterface
    private interface PartReader {
        void read(int part) throws IOException;
    }
}
