package io.osusume.web;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.model.rerank.FranchiseRule;
import java.util.List;
import java.util.Locale;

/// The panel of controls, with everything that can be chosen.
record ControlsForm(Controls controls, ControlWords words) {
    /// The picks as hidden fields.
    List<String> picks() {
        return controls.picks().items().stream()
                .map(item -> Picks.value(item.itemId(), item.rating()))
                .toList();
    }

    String popularity() {
        return Controls.number(controls.popularity());
    }

    String variety() {
        return Controls.number(controls.variety());
    }

    boolean unaired() {
        return controls.filter().unaired();
    }

    boolean planned() {
        return controls.planned();
    }

    String fromYear() {
        return orEmpty(controls.filter().fromYear());
    }

    String toYear() {
        return orEmpty(controls.filter().toYear());
    }

    String minEpisodes() {
        return orEmpty(controls.filter().minEpisodes());
    }

    String maxEpisodes() {
        return orEmpty(controls.filter().maxEpisodes());
    }

    private static String orEmpty(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    List<Option> franchises() {
        List<FranchiseRule> offered = controls.franchises() == FranchiseRule.ONE_PART
                ? List.of(FranchiseRule.values())
                : List.of(FranchiseRule.ENTRY_POINT, FranchiseRule.NEW_FRANCHISES, FranchiseRule.EVERY_PART);
        return Option.of(
                offered,
                FranchiseRule::word,
                rule -> switch (rule) {
                    case ENTRY_POINT -> "one of each, where to go on";
                    case ONE_PART -> "the best part of each";
                    case NEW_FRANCHISES -> "no sequels at all";
                    case EVERY_PART -> "every part";
                },
                rule -> rule == controls.franchises());
    }

    List<Option> times() {
        return Option.numbers(
                controls.filter().maxMinutes(),
                minutes -> Durations.atMost((int) Math.round(minutes)),
                Controls.EVENING_MINUTES,
                360,
                720,
                1500);
    }

    List<Option> types() {
        return Option.of(
                ControlWords.TYPES,
                ControlWords::word,
                type -> type.label(),
                controls.filter().types()::contains);
    }

    List<Option> genres() {
        return Option.of(
                words.genres(),
                genre -> genre,
                genre -> genre,
                controls.filter().genres()::contains);
    }

    List<Option> withoutGenres() {
        return Option.of(
                words.genres(),
                genre -> genre,
                genre -> genre,
                controls.filter().withoutGenres()::contains);
    }

    List<Option> sources() {
        return Option.of(
                words.sources(),
                source -> source,
                source -> source,
                controls.filter().sources()::contains);
    }

    List<Option> members() {
        return Option.numbers(
                controls.filter().minMembers(),
                members -> String.format(Locale.ROOT, "%,.0f or more", members),
                1_000,
                10_000,
                100_000,
                500_000);
    }

    List<Option> scores() {
        return Option.numbers(
                controls.filter().minScore(), score -> Controls.number(score) + " or more", 6, 7, 7.5, 8, 8.5);
    }

    List<Option> ages() {
        return Option.of(
                ControlWords.AGES,
                ControlWords::word,
                age -> age == AgeRating.ADULT
                        ? "everything, also adult titles"
                        : age == AgeRating.MILD_NUDITY ? "all but adult titles" : "up to " + age.label(),
                age -> age == controls.filter().oldest());
    }

    List<Option> names() {
        return Option.of(
                List.of(NameLanguage.values()),
                NameLanguage::word,
                language -> switch (language) {
                    case ROMAJI -> "romaji";
                    case ENGLISH -> "English";
                    case JAPANESE -> "Japanese";
                },
                language -> language == controls.names());
    }

    /// How many groups of the panel are not as usual, for the handle of the drawer.
    int changed() {
        return Chip.of(controls, "").size();
    }
}
