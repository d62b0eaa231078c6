package io.osusume.registry;

import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cards of a registry's versions: `card.html` and `card.md` in the folder of reports about each. Where the models
/// are
/// shared with other computers, their cards are too. Safe for use by many threads.
public final class VersionCards {
    private static final String HTML = "card.html";
    private static final String MARKDOWN = "card.md";

    private final ModelRegistry registry;
    private volatile @Nullable Known last;

    private record Known(String id, Optional<VersionCard> card) {}

    /// The cards of a registry.
    public VersionCards(ModelRegistry registry) {
        this.registry = registry;
    }

    /// Keeps the card of a version, and sends it to where other computers find it.
    public void write(String id, VersionCard card) throws IOException {
        Path folder = registry.about(id);
        Files.createDirectories(folder);
        keep(folder.resolve(HTML), card.html());
        keep(folder.resolve(MARKDOWN), card.markdown());
        if (registry.shared().isPresent()) {
            SharedModels shared = registry.shared().get();
            shared.publishReport(id, folder.resolve(HTML));
            shared.publishReport(id, folder.resolve(MARKDOWN));
        }
    }

    private static void keep(Path file, String content) throws IOException {
        ArtifactFolder.writeFile(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /// The card a version got when it was registered; empty if it got none.
    public Optional<VersionCard> own(String id) throws IOException {
        Optional<String> html = text(id, HTML);
        Optional<String> markdown = html.isEmpty() ? Optional.empty() : text(id, MARKDOWN);
        return markdown.map(text -> new VersionCard(html.get(), text));
    }

    private Optional<String> text(String id, String name) throws IOException {
        Path file = registry.about(id).resolve(name);
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException notHere) {
            Optional<String> elsewhere =
                    registry.shared().isPresent() ? registry.shared().get().report(id, name) : Optional.empty();
            if (elsewhere.isPresent()) {
                Files.createDirectories(registry.about(id));
                keep(file, elsewhere.get());
            }
            return elsewhere;
        }
    }

    /// The card of a version, or of the one it completes; empty if neither has one. The last answer is remembered.
    ///
    /// @throws UncheckedIOException if it cannot be read
    public Optional<VersionCard> of(String id) {
        Known known = last;
        if (known == null || !known.id.equals(id)) {
            try {
                known = new Known(id, find(id));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            last = known;
        }
        return known.card;
    }

    private Optional<VersionCard> find(String id) throws IOException {
        Optional<VersionCard> card = own(id);
        Optional<String> completes = Lineage.of(registry.show(id)).completes();
        return card.isPresent() || completes.isEmpty() ? card : find(completes.get());
    }
}
