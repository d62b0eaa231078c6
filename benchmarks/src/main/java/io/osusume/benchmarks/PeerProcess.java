package io.osusume.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A peer in a process of its own, which is asked by a line and answers by a line.
final class PeerProcess implements AutoCloseable {
    private final String script;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;

    /// Starts it.
    ///
    /// @param script its file, for messages
    PeerProcess(String script, ProcessBuilder builder) throws IOException {
        this.script = script;
        this.process = builder.start();
        this.answers = process.inputReader();
        this.requests = process.outputWriter();
    }

    /// The next line it writes.
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(script + " ended; run it by hand to see why");
        }
        return line;
    }

    /// Asks for one turn and waits for its end.
    ///
    /// @return the cells of the answer, which blanks part
    String[] ask(String request) {
        try {
            requests.write(request + "\n");
            requests.flush();
            return answer().split(" ", -1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
    }
}
