package io.osusume.assistant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is said to a fan. It names no title but those tools returned.
///
/// @param why why rules answered, or why the answer is not whole; empty if there is nothing to say
/// @param titles all that tools returned in the conversation so far
/// @param proposals changes that wait for the fan's word
public record Answer(Mode mode, String why, List<Piece> pieces, Set<Long> titles, List<Proposal> proposals) {
    public Answer {
        pieces = List.copyOf(pieces);
        titles = Set.copyOf(titles);
        proposals = List.copyOf(proposals);
    }

    /// The titles it names, in the order it names them.
    public List<Long> named() {
        Set<Long> named = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.TitleMark(long itemId)) {
                named.add(itemId);
            }
        }
        return List.copyOf(named);
    }

    /// As text, each title as `[[id]]`.
    public String marked() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words(String words) -> text.append(words);
                case Piece.TitleMark(long itemId) ->
                    text.append("[[").append(itemId).append("]]");
            }
        }
        return text.toString().strip();
    }
}
