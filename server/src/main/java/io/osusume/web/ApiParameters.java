package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.profiles.ListImport;
import io.osusume.schema.EnumWords;
import io.osusume.web.ApiParameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All parameters of the API.
final class ApiParameters {
    /// How many titles are answered where `n` is absent.
    static final int USUAL_N = 20;

    static final int USUAL_HITS = 10;
    static final int USUAL_USERS = 10;
    static final int USUAL_REASON_TITLES = 10;
    static final long MOST_ID = 9_999_999_999L;
    private static final Set<String> SETTINGS = Set.of("age", "planned", "names");
    private static final Kind.Whole ID = new Kind.Whole(0, MOST_ID);

    static final ApiParameter ITEM_ID = ApiParameter.required("id", ID, 9253, "The MyAnimeList id of a title.");
    static final ApiParameter USER_ID = ApiParameter.required("id", ID, 1, "The id a user has in the training data.");
    static final ApiParameter QUERY = ApiParameter.required(
            "q",
            new Kind.Text(),
            "FMAB",
            "What to search for: a name or a part of it in romaji, English or Japanese, a short name, typing errors.");
    static final ApiParameter NAMES = ApiParameter.optional(
            "names",
            new Kind.Word(
                    Arrays.stream(NameLanguage.values()).map(NameLanguage::word).toList()),
            "romaji",
            "english",
            "The language of displayName; what has no name in it keeps the romaji one.");

    /// How many titles are answered.
    static ApiParameter n(int usual) {
        return ApiParameter.optional("n", new Kind.Whole(1, 100), usual, 5, "How many titles are answered.");
    }

    static final ApiParameter EXCLUDE = ApiParameter.many(
            "exclude", ID, 1535, "The id of a title that must not come; for exports, which cannot say so themselves.");
    static final ApiParameter REASON_TITLES = ApiParameter.optional(
            "reason-titles",
            new Kind.Whole(0, 1000),
            USUAL_REASON_TITLES,
            3,
            "How many titles of the list each reasons name; what the rest adds is gathered in others.");

    /// What [Controls] are made of, but for the pages' `pick` and `page`.
    static final List<ApiParameter> CONTROLS = List.of(
            ApiParameter.optional(
                    "popularity",
                    new Kind.Decimal(-1, 1),
                    0,
                    -0.5,
                    "From -1 for hidden gems to 1 for what is popular; 0 as the model has it."),
            ApiParameter.optional(
                    "variety",
                    new Kind.Decimal(0, 1),
                    0,
                    0.3,
                    "From 0, as the model has it, to 1: as different from one another as can be."),
            ApiParameter.optional(
                    "franchises",
                    new Kind.Word(Arrays.stream(FranchiseRule.values())
                            .map(FranchiseRule::word)
                            .toList()),
                    Controls.USUAL.franchises().word(),
                    "new-franchises",
                    "How the parts of a franchise come: each for itself; the one to go on with (its start, or the step"
                            + " after what was seen); the best-scored one; or one, and only of franchises the list has"
                            + " nothing of."),
            ApiParameter.many(
                    "type",
                    new Kind.Word(
                            ControlWords.TYPES.stream().map(ControlWords::word).toList()),
                    "tv",
                    "One of these types."),
            ApiParameter.many(
                    "genre",
                    new Kind.OfCatalogue(words -> List.copyOf(words.genres())),
                    "Comedy",
                    "All of these genres."),
            ApiParameter.many(
                    "not-genre",
                    new Kind.OfCatalogue(words -> List.copyOf(words.genres())),
                    "Horror",
                    "None of these genres; none of them may stand in genre too."),
            year("from", 1990, "The earliest year of the first broadcast; not above to."),
            year("to", 2020, "The latest year of the first broadcast."),
            count("min-episodes", ControlsReader.MOST_EPISODES, 10, "Episodes at least; not above max-episodes."),
            count("max-episodes", ControlsReader.MOST_EPISODES, 26, "Episodes at most."),
            count("max-minutes", ControlsReader.MOST_MINUTES, 180, "Minutes of all episodes together at most."),
            ApiParameter.many(
                    "source",
                    new Kind.OfCatalogue(words -> List.copyOf(words.sources())),
                    "Manga",
                    "Made from one of these."),
            count("min-members", ControlsReader.MOST_MEMBERS, 1000, "How many people have it in their list at least."),
            ApiParameter.optional(
                    "min-score", new Kind.Decimal(1, 10), null, 7.5, "The community's mean score at least."),
            ApiParameter.optional(
                    "unaired", new Kind.Truth(), false, true, "Whether what has not been shown yet may come."),
            ApiParameter.optional(
                    "age",
                    new Kind.Word(
                            ControlWords.AGES.stream().map(ControlWords::word).toList()),
                    "mild-nudity",
                    "teens",
                    "The highest age class; adult for everything."),
            ApiParameter.optional(
                    "planned", new Kind.Truth(), false, true, "Whether titles the fan plans to watch may come too."),
            NAMES);

    static final List<ApiParameter> RECOMMENDATIONS = Stream.concat(
                    Stream.of(
                            n(USUAL_N),
                            ApiParameter.optional(
                                    "reasons",
                                    new Kind.Whole(0, 100),
                                    0,
                                    3,
                                    "How many titles, from the first on, come with reasons; all of them if above n."),
                            REASON_TITLES,
                            ApiParameter.optional(
                                    "cursor",
                                    new Kind.Text(),
                                    null,
                                    "MjA6aHlicmlk",
                                    "The next of an earlier answer, for the titles after it; with the same body and"
                                            + " parameters."),
                            EXCLUDE),
                    CONTROLS.stream())
            .toList();

    static final List<ApiParameter> WHY_NOT =
            Stream.concat(Stream.of(REASON_TITLES, EXCLUDE), CONTROLS.stream()).toList();

    /// The same for a profile, whose settings count where nothing is said.
    static final List<ApiParameter> RECOMMENDATIONS_OF_PROFILE = ofProfile(RECOMMENDATIONS);

    static final List<ApiParameter> WHY_NOT_OF_PROFILE = ofProfile(WHY_NOT);

    static final ApiParameter ENTRY_ID =
            ApiParameter.required("id", new Kind.Whole(1, MOST_ID), 9253, "The MyAnimeList id of a title.");
    static final ApiParameter CHANGE_ID = ApiParameter.required(
            "change", new Kind.Whole(1, MOST_ID), 1, "The number of a change, as the answer to it said.");
    static final ApiParameter HOW = ApiParameter.optional(
            "how",
            new Kind.Word(EnumWords.all(ListImport.class)),
            EnumWords.of(ListImport.MERGE),
            "merge",
            "merge: entries of the same titles are replaced, the others stay; replace: the list becomes the imported"
                    + " one.");
    static final ApiParameter AGAIN = ApiParameter.optional(
            "again", new Kind.Truth(), false, true, "Whether a version that was refused is tried once more.");

    /// Of the nearest users.
    static final List<ApiParameter> SIMILAR_USERS = Stream.concat(
                    Stream.of(
                            ApiParameter.optional(
                                    "n", new Kind.Whole(1, 50), USUAL_USERS, 5, "How many users are answered."),
                            ApiParameter.optional(
                                    "titles",
                                    new Kind.Whole(1, 100),
                                    USUAL_N,
                                    5,
                                    "How many titles that they love are answered."),
                            EXCLUDE),
                    CONTROLS.stream())
            .toList();

    private ApiParameters() {}

    private static List<ApiParameter> ofProfile(List<ApiParameter> parameters) {
        return parameters.stream()
                .map(each -> SETTINGS.contains(each.name())
                        ? ApiParameter.optional(
                                each.name(),
                                each.kind(),
                                null,
                                each.example(),
                                each.what() + " Where it is absent, the profile's setting counts.")
                        : each)
                .toList();
    }

    private static ApiParameter year(String name, int example, String what) {
        return ApiParameter.optional(
                name, new Kind.Whole(ControlsReader.FIRST_YEAR, ControlsReader.LAST_YEAR), null, example, what);
    }

    private static ApiParameter count(String name, int most, int example, String what) {
        return ApiParameter.optional(name, new Kind.Whole(1, most), null, example, what);
    }
}
