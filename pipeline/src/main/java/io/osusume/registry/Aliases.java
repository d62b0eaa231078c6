package io.osusume.registry;

import io.osusume.artifact.ArtifactException;
import io.osusume.registry.AliasChange.Because;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The aliases of one registry: a small text each that holds the id of a version. Each move compares before it writes,
/// so that of two that move at the same time none is lost unseen, and is written down in a history.
///
/// The champion moves last: `previous` is written first, so that a process that ends in between leaves a champion as it
/// was. Versions are not looked at here; [ModelRegistry] checks them before.
final class Aliases {
    private static final int ATTEMPTS = 1_000;

    private final AliasTexts texts;
    private final AliasHistory history;

    Aliases(AliasTexts texts) {
        this.texts = texts;
        this.history = new AliasHistory(texts);
    }

    /// The version an alias stands for; empty if for none.
    ///
    /// @throws ArtifactException if the file holds no id
    Optional<String> version(Alias alias) throws IOException {
        Optional<String> id = texts.read(alias.word()).map(String::strip);
        if (id.isPresent() && VersionName.parse(id.get()).isEmpty()) {
            throw new ArtifactException(texts.place(alias.word())
                    + " must hold the id of a model version, was '" + id.get()
                    + "'; ./osusume models promote ID names one");
        }
        return id;
    }

    /// All moves, oldest first.
    List<AliasChange> history() throws IOException {
        return history.read();
    }

    /// Makes a version the champion, whoever is it now; that one becomes `previous`. A version that stops being the
    /// challenger by it is no challenger any more.
    ///
    /// @return whether anything moved: not if it was the champion already
    boolean promote(String id, Because because) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> text = texts.read(Alias.CHAMPION.word());
            if (text.map(String::strip).equals(Optional.of(id))) {
                return false;
            }
            if (replaceChampion(text, id, because)) {
                return true;
            }
        }
        throw busy(Alias.CHAMPION);
    }

    /// Makes a version the champion if the champion is still the one that was expected.
    ///
    /// @param expected the champion it was compared with; empty for none
    /// @throws ArtifactException if it is another one by now: nothing moved
    void promote(String id, Optional<String> expected, Because because) throws IOException {
        Optional<String> text = texts.read(Alias.CHAMPION.word());
        if (!text.map(String::strip).equals(expected) || !replaceChampion(text, id, because)) {
            throw new ArtifactException(
                    "the champion is " + version(Alias.CHAMPION).orElse("none") + " by now, and " + id
                            + " was compared with " + expected.orElse("none") + "; let the gate compare them again");
        }
    }

    private boolean replaceChampion(Optional<String> text, String id, Because because) throws IOException {
        Optional<String> old =
                text.map(String::strip).filter(word -> VersionName.parse(word).isPresent());
        Optional<String> previous = texts.read(Alias.PREVIOUS.word());
        if (old.isPresent() && !texts.compareAndSet(Alias.PREVIOUS.word(), previous, Optional.of(old.get() + "\n"))) {
            return false;
        }
        if (!texts.compareAndSet(Alias.CHAMPION.word(), text, Optional.of(id + "\n"))) {
            return false;
        }
        history.append(new AliasChange(Alias.CHAMPION, old.orElse(null), id, because));
        if (version(Alias.CHALLENGER).equals(Optional.of(id))) {
            move(Alias.CHALLENGER, Optional.empty(), because);
        }
        return true;
    }

    /// Points the challenger at a version.
    void challenge(String id, Because because) throws IOException {
        move(Alias.CHALLENGER, Optional.of(id), because);
    }

    private void move(Alias alias, Optional<String> id, Because because) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> text = texts.read(alias.word());
            Optional<String> old = text.map(String::strip);
            if (old.equals(id)) {
                return;
            }
            if (texts.compareAndSet(alias.word(), text, id.map(word -> word + "\n"))) {
                history.append(new AliasChange(alias, old.orElse(null), id.orElse(null), because));
                return;
            }
        }
        throw busy(alias);
    }

    /// The version a rollback goes to.
    ///
    /// @throws ArtifactException if there is none, or it is the champion
    String beforeChampion() throws IOException {
        Optional<String> previous = version(Alias.PREVIOUS);
        Optional<String> champion = version(Alias.CHAMPION);
        if (previous.isEmpty() || previous.equals(champion)) {
            throw new ArtifactException("there is no champion before " + champion.orElse("this one") + ", see "
                    + texts.place(Alias.PREVIOUS.word()) + "; promote a version by its id instead");
        }
        return Objects.requireNonNull(previous.orElse(null));
    }

    private ArtifactException busy(Alias alias) {
        return new ArtifactException(texts.place(alias.word()) + " changed " + ATTEMPTS
                + " times while it was to be moved; see who else moves it (./osusume models history)");
    }
}
