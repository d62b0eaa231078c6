package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command of `docs/api.md` works as it stands there.
class ApiPageTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> commands() throws IOException {
        String page = Files.readString(Path.of("../docs/api.md"));
        List<String> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            commands.add(blocks.group(1));
        }
        return commands;
    }

    @Test
    void everyCommandOfThePageSucceeds() throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI"))
                        || Stream.of(System.getenv("PATH").split(":", -1))
                                .anyMatch(part -> Files.isExecutable(Path.of(part, "curl"))),
                "there is no curl");
        Files.writeString(folder.resolve("animelist.xml"), TestServer.LIST);
        List<String> commands = commands();
        assertTrue(commands.size() >= 8, commands.toString());
        try (TestServer server = TestServer.startSample()) {
            for (String command : commands) {
                String script = "set -euo pipefail\ncurl() { command curl --fail-with-body -sS \"$@\"; }\n"
                        + command.replace("http://localhost:8080", server.address(""));
                Process process = new ProcessBuilder("bash", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, process.waitFor(), command + "\n" + output);
                assertTrue(output.contains("{") || output.contains("304"), command + "\n" + output);
            }
        }
    }
}
