package io.osusume.boosting;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.osusume.model.TrainingException;
import io.osusume.model.rank.RankerRows;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of LightGBM's C interface that training needs. Rows go to it a block at a time, so
/// that beside the library's own form of them (a byte a feature) no copy is made.
final class LightGbm {
    private static final int FLOAT32 = 0;
    private static final int RAW_SCORE = 1;
    private static final int PUSHED_ROWS = 4096;

    private final MethodHandle lastError;
    private final MethodHandle datasetOfSample;
    private final MethodHandle pushRows;
    private final MethodHandle setField;
    private final MethodHandle freeDataset;
    private final MethodHandle createBooster;
    private final MethodHandle growTree;
    private final MethodHandle modelText;
    private final MethodHandle predict;
    private final MethodHandle freeBooster;

    LightGbm(SymbolLookup symbols) {
        lastError = handle(symbols, "LGBM_GetLastError", FunctionDescriptor.of(ADDRESS));
        datasetOfSample = function(
                symbols,
                "LGBM_DatasetCreateFromSampledColumn",
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_LONG,
                ADDRESS,
                ADDRESS);
        pushRows = function(symbols, "LGBM_DatasetPushRows", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        setField = function(symbols, "LGBM_DatasetSetField", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        freeDataset = function(symbols, "LGBM_DatasetFree", ADDRESS);
        createBooster = function(symbols, "LGBM_BoosterCreate", ADDRESS, ADDRESS, ADDRESS);
        growTree = function(symbols, "LGBM_BoosterUpdateOneIter", ADDRESS, ADDRESS);
        modelText = function(
                symbols,
                "LGBM_BoosterSaveModelToString",
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_LONG,
                ADDRESS,
                ADDRESS);
        predict = function(
                symbols,
                "LGBM_BoosterPredictForMat",
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        freeBooster = function(symbols, "LGBM_BoosterFree", ADDRESS);
    }

    private static MethodHandle function(SymbolLookup symbols, String name, MemoryLayout... arguments) {
        return handle(symbols, name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher enables it
    private static MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), descriptor);
    }

    /// Calls a function that answers 0 where all is well.
    private void call(MethodHandle function, Object... arguments) {
        Object answer = invoke(function, arguments);
        if (!answer.equals(0)) {
            throw new TrainingException("trees: LightGBM says: " + lastError());
        }
    }

    @SuppressWarnings("restricted") // the text ends in a zero byte, its length is not told
    private String lastError() {
        return ((MemorySegment) invoke(lastError))
                .reinterpret(Integer.MAX_VALUE)
                .getString(0);
    }

    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a C function threw", impossible);
        }
    }

    /// A booster that has read the rows and grown no tree yet.
    Booster booster(RankerRows rows, String parameters) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment settings = arena.allocateFrom(parameters);
            MemorySegment dataset = emptyDataset(rows, settings, arena);
            try {
                fill(dataset, rows, arena);
                MemorySegment handle = arena.allocate(ADDRESS);
                call(createBooster, dataset, settings, handle);
                return new Booster(handle.get(ADDRESS, 0), dataset, rows.width());
            } catch (RuntimeException failed) {
                call(freeDataset, dataset);
                throw failed;
            }
        }
    }

    private MemorySegment emptyDataset(RankerRows rows, MemorySegment settings, Arena arena) {
        MemorySegment handle = arena.allocate(ADDRESS);
        try (Arena forSample = Arena.ofConfined()) {
            SampledColumns sample = SampledColumns.of(rows, forSample);
            call(
                    datasetOfSample,
                    sample.values(),
                    sample.indices(),
                    rows.width(),
                    sample.counts(),
                    sample.rows(),
                    rows.size(),
                    (long) rows.size(),
                    settings,
                    handle);
        }
        return handle.get(ADDRESS, 0);
    }

    private void fill(MemorySegment dataset, RankerRows rows, Arena arena) {
        MemorySegment labels = arena.allocate(JAVA_FLOAT, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            labels.setAtIndex(JAVA_FLOAT, row, rows.label(row));
        }
        call(setField, dataset, arena.allocateFrom("label"), labels, rows.size(), FLOAT32);
        float[] copied = new float[PUSHED_ROWS * rows.width()];
        MemorySegment pushed = arena.allocate(JAVA_FLOAT, copied.length);
        for (int row = 0; row < rows.size(); row += PUSHED_ROWS) {
            int count = Math.min(PUSHED_ROWS, rows.size() - row);
            rows.copy(row, count, copied);
            MemorySegment.copy(copied, 0, pushed, JAVA_FLOAT, 0, count * rows.width());
            call(pushRows, dataset, pushed, FLOAT32, count, rows.width(), row);
        }
    }

    /// Trees being grown, in memory of the library until it is closed.
    final class Booster implements AutoCloseable {
        private final MemorySegment handle;
        private final MemorySegment dataset;
        private final int width;

        private Booster(MemorySegment handle, MemorySegment dataset, int width) {
            this.handle = handle;
            this.dataset = dataset;
            this.width = width;
        }

        /// Grows one tree more.
        ///
        /// @return whether it could: no if no split was left that helps
        boolean grow() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment finished = arena.allocate(JAVA_INT);
                call(growTree, handle, finished);
                return finished.get(JAVA_INT, 0) == 0;
            }
        }

        /// The text form of the model.
        String model() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment length = arena.allocate(JAVA_LONG);
                call(modelText, handle, 0, -1, 0, 0L, length, MemorySegment.NULL);
                MemorySegment text = arena.allocate(length.get(JAVA_LONG, 0));
                call(modelText, handle, 0, -1, 0, text.byteSize(), length, text);
                return text.getString(0);
            }
        }

        /// The library's own margins.
        ///
        /// @param rows `rowCount` x width
        double[] margins(float[] rows, int rowCount) {
            return predict(rows, rowCount, RAW_SCORE, rowCount);
        }

        private double[] predict(float[] rows, int rowCount, int kind, int numbers) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment found = arena.allocate(JAVA_DOUBLE, numbers);
                MemorySegment length = arena.allocate(JAVA_LONG);
                MemorySegment given = arena.allocateFrom(JAVA_FLOAT, rows);
                MemorySegment quiet = arena.allocateFrom("verbosity=-1");
                call(predict, handle, given, FLOAT32, rowCount, width, 1, kind, 0, -1, quiet, length, found);
                return found.toArray(JAVA_DOUBLE);
            }
        }

        @Override
        public void close() {
            call(freeBooster, handle);
            call(freeDataset, dataset);
        }
    }
}
