package io.osusume.drift;

import java.util.Arrays;
import java.util.List;

/// What is counted of lists, each in a few wide bins.
@SuppressWarnings("ImmutableEnumChecker") // the array is never changed
public enum Feature {
    /// How many titles a list has; one value a list.
    LIST_LENGTH(
            "list-length",
            "Length of the list",
            List.of("0", "1–4", "5–9", "10–19", "20–49", "50–99", "100–199", "200–399", "400–799", "800+"),
            0,
            4,
            9,
            19,
            49,
            99,
            199,
            399,
            799),
    /// Which share of its titles a list gives a score, in percent; one value a list.
    SCORED(
            "scored",
            "Share of the list that is scored",
            List.of("none", "up to 25%", "up to 50%", "up to 75%", "up to 99%", "all"),
            0,
            25,
            50,
            75,
            99),
    /// The scores given; one value a scored entry.
    SCORES(
            "scores",
            "Scores given",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9),
    /// How many members of the site have a title, by the model's catalogue; one value a known entry.
    POPULARITY(
            "popularity",
            "Popularity of its titles, members",
            List.of(
                    "up to 1,000",
                    "to 10,000",
                    "to 50,000",
                    "to 100,000",
                    "to 250,000",
                    "to 500,000",
                    "to 1 million",
                    "above"),
            1_000,
            10_000,
            50_000,
            100_000,
            250_000,
            500_000,
            1_000_000);

    private final String word;
    private final String title;
    private final List<String> bins;
    private final int[] highest;

    Feature(String word, String title, List<String> bins, int... highest) {
        this.word = word;
        this.title = title;
        this.bins = bins;
        this.highest = highest;
    }

    /// The word in settings, files and metrics.
    public String word() {
        return word;
    }

    /// The words for people.
    public String title() {
        return title;
    }

    /// The names of the bins, ascending.
    public List<String> bins() {
        return bins;
    }

    /// The bin of a value.
    int bin(int value) {
        int place = Arrays.binarySearch(highest, value);
        return place >= 0 ? place : -place - 1;
    }
}
