package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The original net in Keras, run by `benchmarks/keras/epochs.py` in a virtual environment of its own:
/// one epoch each time it is asked.
final class KerasEpochs implements AutoCloseable {
    private static final String TENSORFLOW = "tensorflow-cpu==2.21.0";

    private static final String SCRIPT = "benchmarks/keras/epochs.py";

    private final PeerProcess peer;

    /// Installs what is missing, writes the rows and waits until the net is built.
    ///
    /// @param artifacts where the virtual environment and the rows go
    KerasEpochs(Path artifacts, Interactions interactions, int threads) throws IOException {
        Path python = artifacts.resolve("venv-keras/bin/python");
        if (!Files.exists(python)) {
            run(List.of("python3", "-m", "venv", artifacts.resolve("venv-keras").toString()));
            run(List.of(python.toString(), "-m", "pip", "install", "--quiet", TENSORFLOW));
        }
        Path rows = artifacts.resolve("keras-rows.i32");
        write(rows, interactions);
        ProcessBuilder builder = new ProcessBuilder(
                python.toString(),
                SCRIPT,
                rows.toString(),
                Integer.toString(interactions.userCount()),
                Integer.toString(interactions.itemCount()),
                Integer.toString(threads));
        peer = new PeerProcess(SCRIPT, builder.redirectError(ProcessBuilder.Redirect.DISCARD));
        System.out.println("keras: " + peer.answer());
    }

    /// Runs one epoch: its wall time in seconds, its CPU time, its loss and the process's peak memory.
    Epoch epoch() {
        String[] cells = peer.ask("epoch");
        return new Epoch(
                Double.parseDouble(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Long.parseLong(cells[3]));
    }

    /// @param seconds wall time
    /// @param cpuSeconds of all threads
    /// @param loss mean over the epoch
    /// @param peakBytes largest resident size so far
    record Epoch(double seconds, double cpuSeconds, double loss, long peakBytes) {}

    @Override
    public void close() throws IOException {
        peer.close();
    }

    private static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    /// User, item and rating of 0 to 10 of every interaction, little-endian ints.
    private static void write(Path file, Interactions interactions) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int user = 0; user < interactions.userCount(); user++) {
                for (int k = interactions.begin(user); k < interactions.end(user); k++) {
                    if (bytes.remaining() < 12) {
                        drain(bytes, out);
                    }
                    bytes.putInt(user)
                            .putInt(interactions.item(k))
                            .putInt(interactions.scale().rating(interactions.rating(k)));
                }
            }
            drain(bytes, out);
        }
    }

    private static void drain(ByteBuffer bytes, FileChannel out) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        bytes.clear();
    }
}
