package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real PostgreSQL of its own: made in a temporary folder, listening on a free port of the loopback address alone,
/// ended by its process id. Started as user `postgres` where the tests run as root, since PostgreSQL refuses root.
public final class PostgresCluster implements AutoCloseable {
    private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "osusume";

    private final Path folder;
    private final int port;
    private final Password password = new Password(UUID.randomUUID().toString());

    private PostgresCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// Makes and starts one.
    public static PostgresCluster start() {
        if (!Files.isExecutable(BINARIES.resolve("initdb"))) {
            fail(BINARIES + "/initdb is missing; install Debian's package postgresql-15 (.ci/run does), its service"
                    + " need not run");
        }
        try {
            Path folder = Files.createTempDirectory("osusume-postgres");
            PostgresCluster cluster = new PostgresCluster(folder, freePort());
            cluster.make();
            cluster.launch();
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void make() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password.text());
        if (root()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            run(List.of("chown", "-R", "postgres:postgres", folder.toString()));
        }
        run(asPostgres(
                BINARIES.resolve("initdb").toString(),
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                secret.toString(),
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /// Starts it, again if it was ended before, and waits until it answers.
    public void launch() {
        try {
            new ProcessBuilder(asPostgres(
                            BINARIES.resolve("postgres").toString(),
                            "-D",
                            data(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "shared_buffers=32MB",
                            "-c",
                            "max_connections=60"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            long start = System.nanoTime();
            while (!answers()) {
                if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(2)) {
                    fail("PostgreSQL has not answered for two minutes: " + Files.readString(log()));
                }
                Thread.sleep(50);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private Path log() {
        return Path.of(folder + ".log");
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password.text());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Settings for a new, empty database.
    public DatabaseSettings newDatabase() {
        String name = "db_" + UUID.randomUUID().toString().replace("-", "");
        execute("postgres", "CREATE DATABASE " + name);
        return DatabaseSettings.postgresql(url(name), USER, password);
    }

    /// Runs a statement as the owner.
    void execute(DatabaseSettings database, String sql) {
        execute(database.url().substring(database.url().lastIndexOf('/') + 1), sql);
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Ends it as a power cut would: at once, without a word to anybody.
    public void kill() {
        long pid = pid();
        List<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        signal("KILL", pid);
        children.forEach(child -> signal("KILL", child));
        awaitEnd(pid);
        children.forEach(PostgresCluster::awaitEnd);
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void signal(String name, long pid) {
        call(List.of("kill", "-" + name, Long.toString(pid)));
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private static List<String> asPostgres(String... command) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        String said = call(command);
        if (!said.isEmpty()) {
            fail(said);
        }
    }

    /// Runs a command and gives what it said if it failed, nothing if not.
    private static String call(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .directory(Path.of("/").toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : command + " failed: " + said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            long pid = pid();
            signal("INT", pid);
            awaitEnd(pid);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(log());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
