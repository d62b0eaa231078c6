package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.model.als.ImplicitAlsTrainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// ALS of the library implicit, run by `benchmarks/peers/als.py` in the peers' virtual environment: one
/// iteration each time it is asked.
final class ImplicitIterations implements AutoCloseable {
    private static final String SCRIPT = "benchmarks/peers/als.py";

    private final PeerProcess peer;
    private final String version;

    /// Waits until it has read the rows.
    ///
    /// @param rows what [#write] wrote of the interactions
    ImplicitIterations(Path rows, Interactions interactions, ImplicitAlsTrainer settings, int threads)
            throws IOException {
        Process install = new ProcessBuilder("benchmarks/peers/install")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String python = install.inputReader().readLine();
        if (python == null) {
            throw new IOException("benchmarks/peers/install failed; run it by hand to see why");
        }
        ProcessBuilder builder = new ProcessBuilder(
                python,
                SCRIPT,
                rows.toString(),
                Integer.toString(interactions.userCount()),
                Integer.toString(interactions.itemCount()),
                Integer.toString(settings.embeddingSize()),
                Double.toString(settings.alpha()),
                Double.toString(settings.regularization()),
                Integer.toString(settings.epochs()),
                Integer.toString(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", "1"); // as the library itself asks for
        peer = new PeerProcess(SCRIPT, builder.redirectError(ProcessBuilder.Redirect.INHERIT));
        version = peer.answer();
    }

    String version() {
        return version;
    }

    /// Runs one iteration.
    ///
    /// @return its wall time and its CPU time in seconds
    double[] iteration() {
        String[] cells = peer.ask("iteration");
        return new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
    }

    /// The loss after the last iteration, in the terms of [ImplicitAlsTrainer].
    double loss() throws IOException {
        return Double.parseDouble(peer.answer());
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }

    /// Writes the interactions as the script reads them.
    static void write(Path file, Interactions interactions) throws IOException {
        int users = interactions.userCount();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, users + 1 + interactions.size()))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0);
        for (int user = 0; user < users; user++) {
            bytes.putInt(interactions.end(user));
        }
        for (int entry = 0; entry < interactions.size(); entry++) {
            bytes.putInt(interactions.item(entry));
        }
        Files.write(file, bytes.array());
    }
}
