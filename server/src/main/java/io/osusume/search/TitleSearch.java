package io.osusume.search;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Search with completion over the romaji, English and Japanese names of a catalogue and the short
/// names fans use. Immutable and safe for use by many threads.
///
/// What fits best comes first, in the order of [TitleHit.Kind]; within a kind, what most people have in
/// their list. A looser kind is looked for only while fewer than `n` titles are found, another season
/// and typing errors only if there is none at all.
public final class TitleSearch {
    private static final int MAX_QUERY = 100;

    /// A title whose initials are the query stands where one with a third of its members stands whose
    /// name begins so.
    private static final int INITIALS_DISCOUNT = 3;

    private final SearchNames names;
    private final NameIndex plain;
    private final NameIndex spoken;
    private final ShortForms shortForms;
    private final TypingErrors plainErrors;
    private final TypingErrors spokenErrors;
    private final String[] spokenForms;

    /// Builds the index, which takes a moment: keep the search as long as the catalogue.
    public TitleSearch(Catalogue catalogue) {
        this(catalogue, ShortNames.read());
    }

    TitleSearch(Catalogue catalogue, ShortNames shortNames) {
        this.names = new SearchNames(catalogue, shortNames);
        String[] forms = IntStream.range(0, names.nameCount())
                .parallel()
                .mapToObj(name -> plain(names.text(name)))
                .toArray(String[]::new);
        this.spokenForms = IntStream.range(0, forms.length)
                .parallel()
                .mapToObj(name -> sound(forms[name]))
                .toArray(String[]::new);
        this.plain = new NameIndex(forms);
        this.spoken = new NameIndex(spokenForms);
        this.shortForms = new ShortForms(names, plain, forms);
        this.plainErrors = new TypingErrors(plain, names);
        this.spokenErrors = new TypingErrors(spoken, names);
    }

    private static String plain(String text) {
        return SeasonWords.plain(NameFolding.folded(text));
    }

    /// The spoken form; empty if there are signs in it of which only a dictionary knows the sound, or
    /// if hardly anything is left of it ("aaaaaa").
    private static String sound(String plain) {
        if (!Kana.isKana(plain) && !plain.chars().allMatch(c -> c < Kana.JAPANESE)) {
            return "";
        }
        String sound = SpokenForm.of(plain);
        return 2 * sound.length() < plain.length() ? "" : sound;
    }

    /// The titles that fit best, at most `n`; none for a query without a letter or digit.
    public List<Title> search(String query, int n) {
        return hits(query, n).stream().map(TitleHit::title).toList();
    }

    /// The titles that fit best, at most `n`, each with the name that fits and how.
    public List<TitleHit> hits(String query, int n) {
        String text = plain(query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query);
        return text.isEmpty() || n < 1 ? List.of() : hitsOfPlain(text, n);
    }

    /// The title that is called so: by one of its names, a short name (also with a season after it)
    /// or initials, or in another spelling of the same sound; the one most people have. Quicker than
    /// [#hits] where a text need not be a name at all.
    public Optional<TitleHit> named(String text) {
        String plainText = text.length() > MAX_QUERY ? "" : plain(text);
        if (plainText.isEmpty()) {
            return Optional.empty();
        }
        Found found = new Found(names, 1);
        addNamed(plainText, sound(plainText), found);
        if (found.isEmpty()) {
            shortForms.namesWithInitials(plainText).stream().limit(1).forEach(name -> found.offer(name, 1));
            found.close(TitleHit.Kind.BEGINNING);
        }
        return found.hits().stream().findFirst();
    }

    private List<TitleHit> hitsOfPlain(String text, int n) {
        Found found = new Found(names, n);
        String sound = sound(text);
        addAlike(text, sound, found);
        if (!found.isFull()) {
            found.offer(plain.contains(text));
            found.close(TitleHit.Kind.PART);
        }
        if (!found.isFull() && sound.indexOf(' ') > 0) {
            found.offer(withAllWords(sound));
            found.close(TitleHit.Kind.WORDS);
        }
        if (!found.isEmpty()) {
            return found.hits();
        }
        String anySeason = SeasonWords.withoutSeason(text);
        if (!anySeason.isEmpty()) {
            return hitsOfPlain(anySeason, n).stream()
                    .map(hit -> new TitleHit(hit.title(), hit.name(), TitleHit.Kind.OTHER_SEASON))
                    .toList();
        }
        return sound.isEmpty() ? List.of() : withErrors(text, sound, n);
    }

    /// Offers the names a text is.
    ///
    /// @return the text with the short name at its begin spelled out
    private List<String> addNamed(String text, String sound, Found found) {
        found.offer(plain.equal(text));
        found.close(TitleHit.Kind.EQUAL);
        List<String> spelledOut = shortForms.spelledOut(text);
        spelledOut.forEach(longer -> found.offer(plain.equal(longer)));
        found.close(TitleHit.Kind.SHORT_NAME);
        if (!sound.isEmpty()) {
            found.offer(spoken.equal(sound));
            found.close(TitleHit.Kind.SOUND);
        }
        return spelledOut;
    }

    private void addAlike(String text, String sound, Found found) {
        List<String> spelledOut = addNamed(text, sound, found);
        if (!found.isFull()) {
            found.offer(plain.begins(text));
            spelledOut.forEach(longer -> found.offer(plain.begins(longer)));
            shortForms.namesWithInitials(text).forEach(name -> found.offer(name, INITIALS_DISCOUNT));
            found.close(TitleHit.Kind.BEGINNING);
        }
        if (!found.isFull() && !sound.isEmpty()) {
            found.offer(spoken.begins(sound));
            found.close(TitleHit.Kind.SOUND_BEGINNING);
        }
    }

    /// The names that have one of the words, of titles that have all of them in one name or another.
    private BitSet withAllWords(String sound) {
        BitSet titles = new BitSet();
        titles.set(0, names.titleCount());
        BitSet some = new BitSet();
        String[] words = sound.split(" ", -1);
        for (int k = 0; k < words.length && !titles.isEmpty(); k++) {
            BitSet having = new BitSet();
            BitSet with = spoken.withWord(words, k);
            with.stream().forEach(name -> having.set(names.titleOf(name)));
            titles.and(having);
            some.or(with);
        }
        BitSet fitting = new BitSet();
        some.stream().filter(name -> titles.get(names.titleOf(name))).forEach(fitting::set);
        return fitting;
    }

    private List<TitleHit> withErrors(String text, String sound, int n) {
        String[] typed = text.split(" ", -1);
        String[] heard = sound.split(" ", -1);
        int[] allowed = Arrays.stream(typed).mapToInt(TypingErrors::allowed).toArray();
        int[] near = plainErrors.search(typed, allowed, n).toArray();
        if (near.length == 0 && heard.length == typed.length) {
            near = spokenErrors.search(heard, allowed, n).toArray();
        }
        return Arrays.stream(near)
                .mapToObj(title ->
                        new TitleHit(names.title(title), names.name(nearest(title, heard)), TitleHit.Kind.TYPING_ERROR))
                .toList();
    }

    private int nearest(int title, String[] sound) {
        int best = names.firstName(title);
        int fewest = Integer.MAX_VALUE;
        for (int name = names.firstName(title); name < names.firstName(title + 1); name++) {
            int errors = spokenForms[name].isEmpty()
                    ? Integer.MAX_VALUE
                    : TypingErrors.errors(sound, spokenForms[name].split(" ", -1));
            if (errors < fewest) {
                fewest = errors;
                best = name;
            }
        }
        return best;
    }

    /// Tells every name of every title, the short names fans use too, each folded: no case, accents or punctuation, one
    /// space between words.
    public void eachName(BiConsumer<String, Title> told) {
        for (int name = 0; name < names.nameCount(); name++) {
            told.accept(NameFolding.folded(names.text(name)), names.title(names.titleOf(name)));
        }
    }

    /// A text as [#eachName] tells names.
    public static String folded(String text) {
        return NameFolding.folded(text);
    }

    /// The titles one of whose names of the catalogue is the query but for case, accents and
    /// punctuation, popular ones first.
    List<Title> exact(String query) {
        String squeezed = NameFolding.compact(NameFolding.folded(query));
        return titlesOf(plain.equal(plain(query)).stream()
                .filter(name -> !names.isShort(name)
                        && NameFolding.compact(NameFolding.folded(names.name(name)))
                                .equals(squeezed)));
    }

    /// The titles that are called so by one of their short names, or by a name whose season is written
    /// in another way.
    List<Title> called(String query) {
        return titlesOf(plain.equal(plain(query)).stream());
    }

    private List<Title> titlesOf(IntStream found) {
        return found.map(names::titleOf).distinct().mapToObj(names::title).toList();
    }
}
