package io.osusume.assistant;

import io.osusume.data.NameLanguage;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Card;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.Recommendations;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recommends titles, with every filter the pages have. For somebody without a list it tells what the
/// community rates highest.
final class RecommendTool implements Tool<RecommendTool.Arguments, RecommendTool.Answer> {
    static final String NAME = "recommend";
    static final int USUAL = 5;
    private static final int MOST = 20;
    private static final int LIKED = 10;
    private static final int LIKES = 20;

    /// What may be asked; what is absent rules nothing out.
    record Arguments(
            @Says("Ids of titles to go by instead of the fan's list: 'something like ...'") @Nullable
            List<Long> like,

            @Says("What the titles are about, in words that no filter has: 'girl pilots in space, bittersweet'")
            @Nullable
            String description,

            @Says(value = "One of these types", words = TypeWord.class) @Nullable
            List<String> types,

            @Says("All of these genres, in the catalogue's words") @Nullable
            List<String> genres,

            @Says("None of these genres") @Nullable List<String> withoutGenres,

            @Says(value = "Not older than this year", least = 1900, most = 2200) @Nullable
            Integer fromYear,

            @Says(value = "Not newer than this year", least = 1900, most = 2200) @Nullable
            Integer toYear,

            @Says(value = "At least so many episodes", least = 1, most = 10000) @Nullable
            Integer minEpisodes,

            @Says(value = "At most so many episodes", least = 1, most = 10000) @Nullable
            Integer maxEpisodes,

            @Says(value = "Minutes all episodes together may take", least = 1, most = 1000000) @Nullable
            Integer maxMinutes,

            @Says("Made from one of these, such as Manga") @Nullable
            List<String> sources,

            @Says(value = "In the lists of at least so many", least = 0, most = 100000000) @Nullable
            Integer minMembers,

            @Says(value = "The community gives it at least this", least = 1, most = 10) @Nullable
            Double minScore,

            @Says("Also what has not been shown yet") @Nullable
            Boolean unaired,

            @Says(value = "The highest age class; never above the fan's setting", words = AgeWord.class) @Nullable
            String age,

            @Says(value = "-1 hidden gems, 0 as it comes, 1 popular", least = -1, most = 1) @Nullable
            Double popularity,

            @Says(value = "0 as it comes, 1 as different from one another as can be", least = 0, most = 1) @Nullable
            Double variety,

            @Says(value = "How parts of a franchise come; one-part for no sequels", words = FranchiseRule.class)
            @Nullable
            String franchises,

            @Says("Also what the fan plans to watch; absent: as the fan has set") @Nullable
            Boolean planned,

            @Says(value = "How many of the best to leave out, those told before", least = 0, most = 1000) @Nullable
            Integer skip,

            @Says(value = "How many titles; absent: 5", least = 1, most = MOST) @Nullable
            Integer n) {}

    /// The answer.
    record Answer(
            @Says("What they rest on") String basis,
            @Says("Best first") List<Recommended> titles,
            @Says("Whether more could be asked for") boolean more) {}

    /// A title and why.
    record Recommended(
            @Says("Its place, from 1") int rank,
            @Says("The title") TitleBrief title,

            @Says("What the fan would probably give it, of 10; absent if not known") @Nullable
            Double expected,

            @Says("What speaks for it most") List<Share> because) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Recommends titles for the fan, or like given titles, with filters. Call it for every wish for something"
                + " to watch. Never name a title you have not got from a tool.";
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
        Ask ask = ask(asked, context);
        boolean like = !given(asked.like).isEmpty();
        String description = asked.description;
        if (description != null && !description.isBlank() && !like) {
            return new DescribedTitles(context).answer(description, ask);
        }
        if (ask.watched().isEmpty()) {
            return new CommunityFavourites(context).answer(ask);
        }
        try {
            Recommendations found = context.service().recommend(ask);
            List<Recommended> titles = found.cards().stream()
                    .map(card -> recommended(card, context))
                    .toList();
            return new Answer(like ? "the titles that were named" : "the fan's own list", titles, found.more());
        } catch (RecommendException refused) {
            if (refused.reason() == RecommendException.Reason.NOTHING_TO_GO_ON) {
                return new CommunityFavourites(context).answer(ask);
            }
            throw new ToolException(String.valueOf(refused.getMessage()));
        }
    }

    private static Ask ask(Arguments asked, ToolContext context) {
        Fan fan = context.fan();
        List<Long> like = given(asked.like);
        if (like.size() > LIKES) {
            throw new ToolException("like must have at most " + LIKES + " ids, had " + like.size());
        }
        Map<Long, Exclusion> excluded = new HashMap<>(fan.excluded());
        if (asked.planned == null ? fan.planned() : asked.planned) {
            excluded.values().removeIf(each -> each == Exclusion.PLANNED);
        }
        List<RatedItem> watched = new ArrayList<>(fan.watched());
        if (!like.isEmpty()) {
            fan.watched().forEach(item -> excluded.put(item.itemId(), Exclusion.SAVED));
            watched = like.stream()
                    .map(itemId -> new RatedItem(context.title(itemId).itemId(), LIKED))
                    .toList();
        }
        int n = asked.n == null ? USUAL : asked.n;
        int skip = asked.skip == null ? 0 : asked.skip;
        if (n < 1 || n > MOST || skip < 0 || skip > 1000) {
            throw new ToolException("n must be in [1, " + MOST + "] and skip in [0, 1000], were " + n + " and " + skip);
        }
        FranchiseRule rule = asked.franchises == null
                ? FranchiseRule.ENTRY_POINT
                : EnumWords.parsed(FranchiseRule.class, asked.franchises)
                        .orElseThrow(() -> new ToolException("franchises must be one of "
                                + EnumWords.all(FranchiseRule.class) + ", was '" + asked.franchises + "'"));
        try {
            return new Ask(
                    watched,
                    excluded,
                    new FilterReader(context).filter(asked),
                    rule,
                    asked.popularity == null ? 0 : asked.popularity,
                    asked.variety == null ? 0 : asked.variety,
                    skip,
                    n,
                    n);
        } catch (IllegalArgumentException outOfRange) {
            throw new ToolException(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Recommended recommended(Card card, ToolContext context) {
        NameLanguage names = context.fan().names();
        return new Recommended(
                card.rank(),
                context.brief(card.title()),
                card.expected().map(score -> Share.tenth(score.points())).orElse(null),
                card.reasons()
                        .map(reasons -> Share.strongest(reasons, names, 3))
                        .orElse(List.of()));
    }

    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
