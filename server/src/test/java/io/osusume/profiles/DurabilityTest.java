package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A program killed by SIGKILL in the middle of writing has lost nothing it acknowledged.
@ExtendWith(SharedPostgres.class)
class DurabilityTest {
    private static final Pattern LINE = Pattern.compile("acknowledged (\\d+) \\d+");

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void nothingAcknowledgedIsLostInSqlite() throws IOException, InterruptedException {
        assertNothingIsLost(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
    }

    @RepeatedTest(2)
    void nothingAcknowledgedIsLostInPostgresql(PostgresCluster cluster) throws IOException, InterruptedException {
        assertNothingIsLost(cluster.newDatabase());
    }

    private static void assertNothingIsLost(DatabaseSettings settings) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingWriter.class.getName(),
                        settings.url(),
                        settings.user())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        writer.getOutputStream().write(settings.password().text().getBytes(StandardCharsets.UTF_8));
        writer.getOutputStream().close();
        List<String> said;
        try (BufferedReader out = writer.inputReader()) {
            String first = String.valueOf(out.readLine());
            assertTrue(first.startsWith("token "), first);
            ProfileToken token = ProfileToken.parse(first.substring(6)).orElseThrow();
            for (int line = 0; line < 150; line++) {
                assertTrue(String.valueOf(out.readLine()).startsWith("acknowledged "));
            }
            writer.toHandle().destroyForcibly(); // SIGKILL, and what it said can still be read
            // the kill may have cut the last line short
            said = out.lines().filter(line -> LINE.matcher(line).matches()).toList();
            assertEquals(128 + 9, writer.waitFor());
            Matcher last = LINE.matcher(said.isEmpty() ? "acknowledged 150 150" : said.getLast());
            assertTrue(last.matches(), said::toString);
            long acknowledged = Long.parseLong(last.group(1));

            try (Database database = Database.open(settings)) {
                ProfileContents contents = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system())
                        .contents(token)
                        .orElseThrow();
                assertTrue(
                        contents.entries().size() >= acknowledged,
                        acknowledged + " acknowledged, found "
                                + contents.entries().size());
                assertTrue(contents.entries().size() <= acknowledged + 1, "one may have been on its way");
                assertEquals(contents.entries().size(), contents.version());
                for (ProfileEntry entry : contents.entries()) {
                    assertEquals(entry.itemId() % 11, entry.score());
                }
            }
        }
    }
}
