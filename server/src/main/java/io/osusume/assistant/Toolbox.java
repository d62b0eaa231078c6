package io.osusume.assistant;

import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.schema.JsonSchemas;
import io.osusume.taste.TasteReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// All tools of a conversation. They act with exactly the rights of the fan's own pages: they see the
/// one fan they are given, obey the age class the fan has set, and change nothing. Safe for use by many
/// threads.
public final class Toolbox {
    private static final List<Tool<?, ?>> ALL = List.of(
            new RecommendTool(),
            new FindTitlesTool(),
            new SimilarTitlesTool(),
            new TitleFactsTool(),
            WhyTool.explain(),
            WhyTool.whyNot(),
            new TasteTool(),
            new ProposeChangeTool(),
            new CompareTool(),
            new WatchingOrderTool());

    private final Map<String, Tool<?, ?>> tools = new LinkedHashMap<>();
    private final RecommendationService service;
    private final Supplier<TasteReader> taste;

    /// The tools of one model.
    /// @param taste reads lists beside the same model's catalogue
    public Toolbox(RecommendationService service, Supplier<TasteReader> taste) {
        this.service = service;
        this.taste = taste;
        ALL.forEach(tool -> tools.put(tool.name(), tool));
    }

    /// A tool as a language model is told of it.
    ///
    /// @param schema of its arguments, a JSON schema as nested maps
    /// @param answers the schema of its answer
    public record Described(String name, String description, Map<String, Object> schema, Map<String, Object> answers) {}

    /// All tools, the same whatever the model.
    public static List<Described> described() {
        return ALL.stream()
                .map(tool -> new Described(
                        tool.name(),
                        tool.description(),
                        JsonSchemas.of(tool.arguments()),
                        JsonSchemas.whole(tool.answers())))
                .toList();
    }

    /// Calls a tool with arguments as JSON. Whatever is wrong with them stands in the result.
    public ToolResult call(String name, String arguments, Fan fan) {
        Tool<?, ?> tool = tools.get(name);
        if (tool == null) {
            return failed("unknown", "there is no such tool; known are " + String.join(", ", tools.keySet()));
        }
        try {
            return called(tool, arguments, fan);
        } catch (ToolException refused) {
            return failed(name, String.valueOf(refused.getMessage()));
        } catch (RecommendException refused) {
            return failed(name, String.valueOf(refused.getMessage()));
        }
    }

    private <A extends Record> ToolResult called(Tool<A, ?> tool, String arguments, Fan fan) {
        return result(tool, ToolJson.arguments(tool.arguments(), arguments), fan);
    }

    private <A extends Record> ToolResult result(Tool<A, ?> tool, A arguments, Fan fan) {
        Record answer = tool.call(arguments, new ToolContext(service, fan, taste));
        return new ToolResult(tool.name(), ToolJson.write(answer), Optional.of(answer));
    }

    private static ToolResult failed(String name, String message) {
        return new ToolResult(name, ToolJson.write(Map.of("error", message)), Optional.empty());
    }
}
