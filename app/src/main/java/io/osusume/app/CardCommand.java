package io.osusume.app;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.registry.Lineage;
import io.osusume.registry.ModelRegistry;
import io.osusume.registry.VersionCard;
import io.osusume.registry.VersionCards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the card of a version.
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the card of a version, written when it was registered from what was measured then: what it is for and",
            "what not, its data, figures by list length and popularity, calibration, speed, limits, how to make it again."
        },
        footerHeading = "%nExample:%n",
        footer = {"  ./osusume models card champion", "  ./osusume models card champion --html card.html"})
final class CardCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Parameters(paramLabel = "ID", description = "A version, or champion, challenger or previous.")
    String id = "";

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page, with plots, to this file.")
    @Nullable
    Path html;

    @Option(names = "--markdown", description = "Print it as Markdown; the default.")
    boolean markdown;

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        String wanted = ModelsCommand.resolve(registry, id);
        VersionCard card = read(registry, wanted);
        Path file = html;
        if (file != null) {
            workplace.checkNoFolder("--html", file);
            ArtifactFolder.writeFile(file, card.html().getBytes(StandardCharsets.UTF_8));
            workplace.print("written to " + file);
        }
        if (file == null || markdown) {
            workplace.print(card.markdown().stripTrailing());
        }
        return 0;
    }

    /// The card of a version; that of the version it completes if it has none of its own.
    private VersionCard read(ModelRegistry registry, String version) throws IOException {
        Lineage lineage = Lineage.of(registry.show(version));
        Optional<VersionCard> card = new VersionCards(registry).own(version);
        if (card.isEmpty() && lineage.completes().isPresent()) {
            workplace.tell(version + " is " + lineage.completes().get()
                    + " with what pages show beside recommendations; this is the card of the latter");
            return read(registry, lineage.completes().get());
        }
        return card.orElseThrow(() ->
                new CommandFailure(version + " has no card: it was registered by an earlier program; train it again"));
    }
}
