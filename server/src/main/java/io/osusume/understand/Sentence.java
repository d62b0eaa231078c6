package io.osusume.understand;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a sentence that no rule has used yet, in the form of [Plain]. Belongs to one reading.
final class Sentence {
    private static final String USED = " . ";

    private String rest;

    Sentence(String plain) {
        this.rest = " " + String.join(" ", Plain.words(plain)) + " ";
    }

    /// What is left.
    String rest() {
        return rest;
    }

    /// Whether the pattern is found in what is left.
    boolean has(Pattern pattern) {
        return pattern.matcher(rest).find();
    }

    /// The first match, which stays.
    Optional<MatchResult> seen(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /// The first match, which is used up.
    Optional<MatchResult> taken(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        replace(found, USED);
        return Optional.of(found);
    }

    /// Uses up the pattern wherever it is found.
    ///
    /// @return whether it was
    boolean take(Pattern pattern) {
        boolean found = false;
        while (taken(pattern).isPresent()) {
            found = true;
        }
        return found;
    }

    /// Puts other words in the place of a match.
    void replace(MatchResult match, String words) {
        restart(rest.substring(0, match.start()) + " " + words + " " + rest.substring(match.end()));
    }

    /// Begins again with other words.
    void restart(String words) {
        rest = " " + String.join(" ", Plain.words(words)) + " ";
    }
}
