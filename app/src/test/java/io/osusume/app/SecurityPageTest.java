package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// `docs/security.md` goes through every point of level 1 of the standard, and every test it names is there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityPageTest {
    /// All points of level 1 of OWASP ASVS 5.0.0, in its order.
    private static final List<String> LEVEL_1 = List.of(("1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 "
                    + "2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 "
                    + "6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 "
                    + "7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 "
                    + "10.4.5 11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1")
            .split(" "));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final Pattern DOCUMENT = Pattern.compile("\\]\\(#([a-z0-9-]+)\\)");

    private final Map<String, String> tests = new HashMap<>();
    private String page = "";

    /// A row of the tables: a point, whether it holds, and what proves it.
    private record Row(String point, String verdict, String proof) {}

    @BeforeAll
    void readThePageAndAllTests() throws IOException {
        Path root = SharedData.projectRoot();
        page = Files.readString(root.resolve("docs/security.md"));
        for (String module : List.of("core", "pipeline", "server", "client", "app", "deploy")) {
            try (Stream<Path> files = Files.walk(root.resolve(module + "/src/test/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.put(name, Files.readString(file));
                }
            }
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(3).strip(), row.group(4).strip()));
        }
        return rows;
    }

    @Test
    void everyPointOfLevel1StandsThereOnceAndInOrder() {
        assertEquals(LEVEL_1, rows().stream().map(Row::point).toList());
        assertEquals(70, LEVEL_1.size());
    }

    @Test
    void everyPointThatHoldsNamesATestOrASectionAndTheOthersAReason() {
        for (Row row : rows()) {
            switch (row.verdict()) {
                case "holds" ->
                    assertTrue(
                            NAMED_TEST.matcher(row.proof()).find(),
                            row.point() + " holds, but names no test: " + row.proof());
                case "written" ->
                    assertTrue(DOCUMENT.matcher(row.proof()).find(), row.point() + " names no section: " + row.proof());
                case "not here" ->
                    assertTrue(row.proof().length() > 20, row.point() + " gives no reason: " + row.proof());
                default ->
                    throw new AssertionError(
                            row.point() + " must hold, be written or be not here, was '" + row.verdict() + "'");
            }
        }
        long holding =
                rows().stream().filter(row -> row.verdict().equals("holds")).count();
        assertTrue(holding >= 30, "points with a test: " + holding);
    }

    @Test
    void everyTestThatIsNamedIsThereAlsoOnThePageOfMlops() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED_TEST.matcher(
                page + Files.readString(SharedData.projectRoot().resolve("docs/mlops.md")));
        int count = 0;
        while (named.find()) {
            count++;
            if (!isTest(tests.getOrDefault(named.group(1), ""), named.group(2))) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(count >= 40, "tests named: " + count);
    }

    /// Whether a source has a test of a name: in the member it stands in, an annotation says so.
    private static boolean isTest(String source, String name) {
        int at = source.indexOf("void " + name + "(");
        return at >= 0
                && source.substring(source.lastIndexOf("\n\n", at) + 1, at).contains("Test\n");
    }

    @Test
    void everySectionThatIsNamedIsThere() {
        List<String> headings = page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
        Matcher named = DOCUMENT.matcher(page);
        while (named.find()) {
            assertTrue(headings.contains(named.group(1)), named.group(1) + " is none of " + headings);
        }
    }
}
