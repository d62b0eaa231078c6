package io.osusume.app;

import io.osusume.flow.FlowDrawing;
import io.osusume.flow.FlowGraph;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Draws the pipeline.
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "Draws the stages and what they hand on, as an SVG image or as a Mermaid diagram.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume pipeline graph --format mermaid")
final class PipelineGraphCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--format", paramLabel = "svg|mermaid", description = "The form (default: ${DEFAULT-VALUE}).")
    String format = "svg";

    @Override
    public Integer call() throws IOException {
        if (!format.equals("svg") && !format.equals("mermaid")) {
            throw workplace.usage("--format must be svg or mermaid, was '" + format + "'");
        }
        FlowGraph graph = PipelineFile.read(workplace.pipelineFile(), workplace.settings());
        workplace.print((format.equals("svg") ? FlowDrawing.svg(graph) : FlowDrawing.mermaid(graph)).strip());
        return 0;
    }
}
