package io.osusume.app;

import io.osusume.data.Title;
import io.osusume.recommend.RankedTitle;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Titles with their scores, as a table for people or as JSON for scripts.
final class TitleList {
    private static final int LONGEST = 100_000;

    private TitleList() {}

    /// Passes if a list may be so long.
    static void checkLength(int n, Workplace workplace) {
        if (n < 1 || n > LONGEST) {
            throw workplace.usage("-n must be in [1, " + LONGEST + "], was " + n);
        }
    }

    static String table(List<RankedTitle> titles) {
        TextTable table = new TextTable("#", "score", "id", "title", "type", "year", "genres");
        for (RankedTitle ranked : titles) {
            Title title = ranked.title();
            table.row(
                    Integer.toString(ranked.rank()),
                    String.format(Locale.ROOT, "%.4f", ranked.score()),
                    Long.toString(title.itemId()),
                    title.displayName(),
                    title.type().label(),
                    title.year() == 0 ? "" : Integer.toString(title.year()),
                    String.join(
                            ", ",
                            title.genres().subList(0, Math.min(3, title.genres().size()))));
        }
        return table.toString();
    }

    /// An object with the model's id and the titles, best first.
    static ObjectNode json(String model, List<RankedTitle> titles) {
        ObjectNode result = JsonMapper.shared().createObjectNode().put("model", model);
        ArrayNode array = result.putArray("titles");
        for (RankedTitle ranked : titles) {
            Title title = ranked.title();
            ObjectNode node = array.addObject()
                    .put("rank", ranked.rank())
                    .put("score", ranked.score())
                    .put("itemId", title.itemId())
                    .put("name", title.name())
                    .put("englishName", title.englishName())
                    .put("type", title.type().label());
            if (title.year() != 0) {
                node.put("year", title.year());
            }
            title.genres().forEach(node.putArray("genres")::add);
        }
        return result;
    }
}
