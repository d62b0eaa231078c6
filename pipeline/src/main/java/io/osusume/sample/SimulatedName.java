package io.osusume.sample;

/// Names for titles that do not exist: two words of syllables, and "(simulated)". No two franchises begin with the
/// same word, as those of real ones seldom do: parts of a franchise are told by their names.
final class SimulatedName {
    private static final String[] SYLLABLES = syllables("kstnhmrgzb", "aiueo");
    private static final int FIRST_WORDS = SYLLABLES.length * SYLLABLES.length * SYLLABLES.length;
    private static final int APART = 39_779; // a prime: neighbouring numbers have unlike names

    private SimulatedName() {}

    /// The name of a part of a franchise.
    ///
    /// @param franchise in [0, 125,000); each has a first word of its own
    /// @param part from 1
    static String of(int franchise, int part) {
        if (franchise < 0 || franchise >= FIRST_WORDS) {
            throw new IllegalArgumentException("there are names for " + FIRST_WORDS + " franchises, not for number "
                    + franchise + "; generate fewer titles");
        }
        int first = (int) ((long) franchise * APART % FIRST_WORDS);
        int second = first / 7 + franchise % 7;
        String name = capital(word(first, 3)) + " " + capital(word(second, 2));
        return (part == 1 ? name : name + " " + part) + " (simulated)";
    }

    private static String word(int number, int length) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        for (int k = 0; k < length; k++) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String[] syllables(String consonants, String vowels) {
        String[] syllables = new String[consonants.length() * vowels.length()];
        for (int k = 0; k < syllables.length; k++) {
            syllables[k] = "" + consonants.charAt(k % consonants.length()) + vowels.charAt(k / consonants.length());
        }
        return syllables;
    }
}
