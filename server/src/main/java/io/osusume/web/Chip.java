package io.osusume.web;

import io.osusume.web.Controls.Parameter;
import java.util.List;
import java.util.Locale;

/// A setting that is not as usual, in words, and the address of the same page without it.
record Chip(String label, String address) {
    /// The chips of all controls that decide what comes.
    static List<Chip> of(Controls controls, String path) {
        return controls.settings().stream()
                .filter(setting -> !setting.name().equals("names"))
                .map(setting -> new Chip(label(setting), path + controls.queryWithout(setting)))
                .toList();
    }

    private static String label(Parameter setting) {
        String value = setting.value();
        return switch (setting.name()) {
            case "popularity" -> value.startsWith("-") ? "towards hidden gems" : "towards the popular";
            case "variety" -> "more variety";
            case "franchises" ->
                switch (ControlWords.franchises(value).orElseThrow()) {
                    case EVERY_PART -> "every part of a franchise";
                    case ENTRY_POINT -> "where to go on with a franchise";
                    case ONE_PART -> "the best part of a franchise";
                    case NEW_FRANCHISES -> "no sequels at all";
                };
            case "type" -> ControlWords.type(value).orElseThrow().label();
            case "not-genre" -> "no " + value;
            case "from" -> "from " + value + " on";
            case "to" -> "up to " + value;
            case "min-episodes" -> value + " episodes or more";
            case "max-episodes" -> value.equals("1") ? "1 episode" : value + " episodes or fewer";
            case "max-minutes" -> Durations.atMost(Integer.parseInt(value));
            case "source" -> "source: " + value;
            case "min-members" -> grouped(Integer.parseInt(value)) + " members or more";
            case "min-score" -> "scored " + value + " or more";
            case "unaired" -> "not shown yet, too";
            case "age" ->
                value.equals("adult")
                        ? "adult titles, too"
                        : "up to " + ControlWords.age(value).orElseThrow().label();
            case "planned" -> value.equals("true") ? "planned ones, too" : "no planned ones";
            default -> value;
        };
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
