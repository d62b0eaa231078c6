package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.schema.Says;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Titles side by side.
final class CompareTool implements Tool<CompareTool.Arguments, CompareTool.Answer> {
    static final String NAME = "compare_titles";
    private static final int MOST = 5;

    record Arguments(@Says("The ids of two to five titles") List<Long> itemIds) {}

    record Answer(
            @Says("The titles, as asked") List<Compared> titles,
            @Says("Genres all of them have") List<String> commonGenres,
            @Says("Studios all of them have") List<String> commonStudios) {}

    record Compared(
            @Says("The title") TitleBrief title,

            @Says("What the fan would probably give it, of 10; absent if not known") @Nullable
            Double expected) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Two to five titles side by side: facts, what they have in common, what the fan would give each.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Class<Answer> answers() {
        return Answer.class;
    }

    @Override
    public Answer call(Arguments asked, ToolContext context) {
        List<Long> ids = asked.itemIds.stream().distinct().toList();
        if (ids.size() < 2 || ids.size() > MOST) {
            throw new ToolException("itemIds must be 2 to " + MOST + " different ids, were " + ids.size());
        }
        List<Title> titles = ids.stream().map(context::title).toList();
        List<String> genres = new ArrayList<>(titles.getFirst().genres());
        List<String> studios = new ArrayList<>(titles.getFirst().studios());
        titles.forEach(title -> {
            genres.retainAll(title.genres());
            studios.retainAll(title.studios());
        });
        return new Answer(
                titles.stream()
                        .map(title -> new Compared(context.brief(title), Expected.of(title, context)))
                        .toList(),
                genres,
                studios);
    }
}
