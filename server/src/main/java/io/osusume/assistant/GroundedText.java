package io.osusume.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks the text of a language model as it comes, and lets through what may reach the page.
///
/// Words that cannot be part of a name go on as they arrive. What might be one (a capital letter within
/// a sentence, quotation marks, Japanese writing, a word with which a title begins) is held back until
/// it is plain what it is. A sentence that breaks a rule ends there, and what was let through of it is
/// taken back.
final class GroundedText {
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\d{1,18})(?:[.]([a-z]{1,10}))?]]");
    private static final Pattern LEADING = Pattern.compile("^\\s+");
    private static final int LONGEST_MARK = 32;

    private final WordRules rules;
    private final FactMarks facts;
    private final Listener listener;
    private final StringBuilder waiting = new StringBuilder();
    private final List<Piece> passed = new ArrayList<>();
    private final Sentence sentence = new Sentence();
    private final List<String> run = new ArrayList<>(); // tokens held back, as they came
    private int shown; // characters at the beginning of the run that were let through before
    private int early; // characters of the first waiting token that were let through before it was whole

    /// Hears what becomes of a text.
    interface Listener {
        /// This may be shown.
        void passed(Piece piece);

        /// The sentence breaks a rule; what was passed of it is to be taken back.
        void broken(Violation violation);
    }

    GroundedText(WordRules rules, FactMarks facts, Listener listener) {
        this.rules = rules;
        this.facts = facts;
        this.listener = listener;
    }

    /// More of the text.
    void add(String chunk) {
        waiting.append(chunk);
        advance(false);
    }

    /// The text is at its end.
    void end() {
        advance(true);
        endRun(true);
        endSentence();
    }

    /// All that was let through and not taken back.
    List<Piece> text() {
        List<Piece> all = new ArrayList<>(passed);
        all.addAll(sentence.pieces);
        return all;
    }

    private void advance(boolean last) {
        while (!waiting.isEmpty()) {
            Matcher space = LEADING.matcher(waiting);
            if (early == 0 && space.find()) {
                space(space.group());
                waiting.delete(0, space.end());
                continue;
            }
            if (waiting.charAt(0) == '[' && early == 0) {
                if (!mark(last)) {
                    return;
                }
                continue;
            }
            int end = tokenEnd();
            if (end < 0 && !last) {
                passEarly();
                return;
            }
            String token = waiting.substring(0, end < 0 ? waiting.length() : end);
            waiting.delete(0, token.length());
            token(token);
        }
    }

    private int tokenEnd() {
        for (int k = 0; k < waiting.length(); k++) {
            char c = waiting.charAt(k);
            if (Character.isWhitespace(c) || (c == '[' && k > 0)) {
                return k;
            }
        }
        return -1;
    }

    /// Space between words goes with what stands before it; an empty line ends a sentence.
    private void space(String text) {
        if (text.indexOf('\n') >= 0) {
            endRun(true);
            pass(text.indexOf('\n') == text.lastIndexOf('\n') ? "\n" : "\n\n");
            endSentence();
        } else if (!run.isEmpty()) {
            run.add(" ");
        } else {
            pass(" ");
        }
    }

    /// Takes a mark that begins here.
    /// @return false if more must come before it is known what it is
    private boolean mark(boolean last) {
        Matcher mark = MARK.matcher(waiting);
        if (mark.lookingAt()) {
            long itemId = Long.parseLong(mark.group(1));
            String fact = mark.group(2) == null ? "" : mark.group(2);
            int length = mark.end();
            waiting.delete(0, length);
            endRun(false);
            Optional<Piece> piece = facts.piece(itemId, fact);
            if (piece.isEmpty()) {
                broken(Violation.MARK);
            } else {
                pass(piece.get());
                sentence.about.add(itemId);
                sentence.begun = true;
                sentence.afterMark = true;
            }
            return true;
        }
        if (!last && waiting.length() < LONGEST_MARK && waiting.indexOf("]") < 0 && waiting.indexOf("\n") < 0) {
            return false;
        }
        if (!last && waiting.length() == waiting.indexOf("]") + 1) {
            return false; // the second bracket is still to come
        }
        endRun(false);
        waiting.deleteCharAt(0);
        broken(Violation.MARK);
        return true;
    }

    /// Lets a word through before it is whole, if it is plain prose as far as it goes.
    private void passEarly() {
        String token = waiting.toString();
        if (run.isEmpty() && !sentence.cut && token.length() > early && rules.early(token, sentence)) {
            pass(token.substring(early));
            early = token.length();
        }
    }

    private void token(String token) {
        String rest = token.substring(early);
        early = 0;
        if (sentence.cut) {
            if (rules.endsSentence(token)) {
                endSentence();
            }
            return;
        }
        Optional<Violation> wrong = rules.judge(token, sentence);
        if (wrong.isPresent()) {
            broken(wrong.get());
            if (rules.endsSentence(token)) {
                endSentence();
            }
            return;
        }
        if (run.isEmpty() && rules.plain(token, sentence)) {
            rules.note(token, sentence);
            pass(rest);
            if (rules.endsSentence(token)) {
                endSentence();
            }
            return;
        }
        hold(token, rest);
    }

    private void hold(String token, String rest) {
        boolean goesOn = !run.isEmpty() && rules.goesOn(String.join("", run), token);
        if (!run.isEmpty() && !goesOn && rules.plainWithin(token)) {
            endRun(false);
            if (!sentence.cut) {
                rules.note(token, sentence);
                pass(rest);
            }
            if (rules.endsSentence(token)) {
                endSentence();
            }
            return;
        }
        if (run.isEmpty()) {
            shown = token.length() - rest.length();
        }
        run.add(token);
        if (rules.endsSentence(token) && !rules.mayGoOn(String.join("", run))) {
            endRun(true);
            endSentence();
        }
    }

    private void endRun(boolean atEnd) {
        if (run.isEmpty()) {
            return;
        }
        String held = String.join("", run);
        run.clear();
        Optional<Violation> wrong = rules.judgeRun(held.strip(), sentence);
        if (wrong.isPresent()) {
            broken(wrong.get());
            return;
        }
        for (String word : held.strip().split("\\s+", -1)) {
            rules.note(word, sentence);
        }
        pass(held.substring(Math.min(shown, held.length())));
        if (!atEnd && rules.endsSentence(held.strip())) {
            endSentence();
        }
    }

    private void pass(String text) {
        pass(new Piece.Words(text));
    }

    private void pass(Piece piece) {
        if (sentence.cut) {
            return;
        }
        sentence.pieces.add(piece);
        listener.passed(piece);
    }

    private void broken(Violation violation) {
        if (!sentence.cut) {
            sentence.pieces.clear();
            sentence.cut = true;
            listener.broken(violation);
        }
    }

    private void endSentence() {
        passed.addAll(sentence.pieces);
        sentence.clear();
    }
}
