package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command in a process of its own, as the launcher starts it, but with a JVM that is ready sooner: for
/// signals, full disks and the server.
final class OwnProcess implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private OwnProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts a command with the shipped settings and its own artifacts folder; its output goes to files in `logs`.
    static OwnProcess start(Path logs, Path artifacts, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(hearingInterrupts());
        command.addAll(command(artifacts, words));
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        return new OwnProcess(
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start(),
                out,
                err);
    }

    /// The program and its arguments for a command with the shipped settings and its own artifacts folder.
    static List<String> command(Path artifacts, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dosusume.home=" + SharedData.projectRoot());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(CommandRun.withSettings(artifacts, words));
        return command;
    }

    /// What a command begins with so that Ctrl-C reaches it also where these tests run in the background of a shell,
    /// which makes everything below it deaf to that signal.
    private static List<String> hearingInterrupts() throws IOException, InterruptedException {
        List<String> hearing = List.of("env", "--default-signal=INT");
        List<String> trial = new ArrayList<>(hearing);
        trial.add("true");
        boolean known = new ProcessBuilder(trial)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
        return known ? hearing : List.of();
    }

    /// The flags every run has, from the one place that names them.
    private static List<String> jvmFlags() throws IOException {
        Matcher flags = Pattern.compile("<jvm.flags>(.*)</jvm.flags>")
                .matcher(Files.readString(SharedData.projectRoot().resolve("pom.xml")));
        assertTrue(flags.find(), "the root pom.xml names jvm.flags");
        return List.of(flags.group(1).split(" "));
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    /// What it said, but for the JVM's own line about modules.
    String err() throws IOException {
        try (Stream<String> lines = Files.lines(err)) {
            return lines.filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
    }

    /// Waits until something is so, as long as the process lives, two minutes at most.
    void await(String what, BooleanSupplier so) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(2)) {
                fail("two minutes have gone before " + what + ": " + out() + err());
            }
            if (!process.isAlive()) {
                fail("ended with " + process.exitValue() + " before " + what + ": " + out() + err());
            }
            Thread.sleep(5);
        }
    }

    long pid() {
        return process.pid();
    }

    /// Sends a signal such as `INT`.
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /// Waits for the end and gives the exit code.
    int end() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            fail("does not end: " + out() + err());
        }
        return process.exitValue();
    }

    /// True if a temporary folder of an artifact stands in this folder and holds a file that is larger than this.
    static boolean writing(Path parent, long bytes) {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.anyMatch(
                    file -> ArtifactFolder.isTemporary(parent.relativize(file).getName(0))
                            && file.toFile().isFile()
                            && file.toFile().length() > bytes);
        } catch (IOException | java.io.UncheckedIOException movedMeanwhile) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
