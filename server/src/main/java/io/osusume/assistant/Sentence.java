package io.osusume.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sentence a [GroundedText] is in: what was let through of it, and what it is about.
final class Sentence {
    final List<Piece> pieces = new ArrayList<>();
    final Set<Long> about = new HashSet<>();
    final List<String> words = new ArrayList<>(); // folded, since its beginning
    boolean begun;
    boolean cut;
    boolean afterMark;
    String numberBefore = "";

    void clear() {
        pieces.clear();
        about.clear();
        words.clear();
        begun = false;
        cut = false;
        afterMark = false;
        numberBefore = "";
    }
}
