package io.osusume.card;

import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The card of a version in both forms, `card.html` and `card.md` in the folder of reports about it.
public final class CardFiles {
    /// The page.
    public static final String HTML = "card.html";

    /// The text.
    public static final String MARKDOWN = "card.md";

    private CardFiles() {}

    /// Writes both files into a folder, which is made if need be.
    public static void write(Path folder, ModelCard card) throws IOException {
        Files.createDirectories(folder);
        ArtifactFolder.writeFile(folder.resolve(HTML), HtmlCard.write(card).getBytes(StandardCharsets.UTF_8));
        ArtifactFolder.writeFile(
                folder.resolve(MARKDOWN), MarkdownCard.write(card).getBytes(StandardCharsets.UTF_8));
    }

    /// One of the files; empty if the version has no card.
    ///
    /// @param file [#HTML] or [#MARKDOWN]
    public static Optional<String> read(Path folder, String file) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
