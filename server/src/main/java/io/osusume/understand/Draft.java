package io.osusume.understand;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Filter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A request while it is being read: the rules write here what they find. Belongs to one reading.
final class Draft {
    /// How the parts of franchises come where nothing is said of it.
    static final FranchiseRule USUAL_FRANCHISES = FranchiseRule.ENTRY_POINT;

    final Set<TitleType> types = EnumSet.noneOf(TitleType.class);
    final Set<String> genres = new TreeSet<>();
    final Set<String> withoutGenres = new TreeSet<>();
    final Set<String> sources = new TreeSet<>();
    final List<NamedTitle> titles = new ArrayList<>();
    final List<NamedTitle> withoutTitles = new ArrayList<>();
    final List<String> notUsed = new ArrayList<>();
    int fromYear;
    int toYear;
    int minEpisodes;
    int maxEpisodes;
    int maxMinutes;
    int minMembers;
    double minScore = Double.NaN;
    boolean unaired;
    AgeRating oldest = Filter.USUAL.oldest();
    FranchiseRule franchises = USUAL_FRANCHISES;
    double popularity;
    double variety;
    int count;
    int skip;
    int rating;
    Want want = Want.UNCLEAR;
    String description = "";
    boolean followsUp;

    /// A draft that says what a request says.
    static Draft of(Request request) {
        Draft draft = new Draft();
        Filter filter = request.filter();
        draft.types.addAll(filter.types());
        draft.genres.addAll(filter.genres());
        draft.withoutGenres.addAll(filter.withoutGenres());
        draft.sources.addAll(filter.sources());
        draft.titles.addAll(request.titles());
        draft.withoutTitles.addAll(request.withoutTitles());
        draft.fromYear = filter.fromYear();
        draft.toYear = filter.toYear();
        draft.minEpisodes = filter.minEpisodes();
        draft.maxEpisodes = filter.maxEpisodes();
        draft.maxMinutes = filter.maxMinutes();
        draft.minMembers = filter.minMembers();
        draft.minScore = filter.minScore();
        draft.unaired = filter.unaired();
        draft.oldest = filter.oldest();
        draft.franchises = request.franchises();
        draft.popularity = request.popularity();
        draft.variety = request.variety();
        draft.count = request.count();
        draft.want = request.want();
        draft.description = request.description();
        return draft;
    }

    /// Lowers the highest age class, never lifts it.
    void notAbove(AgeRating age) {
        if (age.compareTo(oldest) < 0) {
            oldest = age;
        }
    }

    /// Whether anything was found that a filter or a slider can express.
    boolean narrows() {
        return !filter().equals(Filter.USUAL)
                || franchises != USUAL_FRANCHISES
                || popularity != 0
                || variety != 0
                || count > 0;
    }

    Filter filter() {
        withoutGenres.removeAll(genres);
        minEpisodes = Math.max(0, minEpisodes);
        maxEpisodes = Math.max(0, maxEpisodes);
        return new Filter(
                types,
                genres,
                withoutGenres,
                toYear > 0 && fromYear > toYear ? toYear : fromYear,
                toYear,
                maxEpisodes > 0 && minEpisodes > maxEpisodes ? maxEpisodes : minEpisodes,
                maxEpisodes,
                maxMinutes,
                sources,
                minMembers,
                minScore,
                unaired,
                oldest);
    }

    Request request() {
        return new Request(
                want,
                titles,
                withoutTitles,
                filter(),
                franchises,
                popularity,
                variety,
                count,
                skip,
                rating,
                description,
                followsUp,
                notUsed);
    }
}
