package io.osusume.tracking.remote;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a tracker has acknowledged of a run: `delivery-NAME.json` beside it, replaced whole at each acknowledgement.
///
/// @param address of the tracker; another one begins anew
/// @param id of the run there, empty if it is not known to be made
/// @param making whether the run was asked to be made and no answer came
/// @param lines of the metrics file that are there
/// @param doubtful lines from `lines` on that were sent without an answer so far
/// @param skipped how many of the lines cannot be told: not a number, or infinite
/// @param words by key, as they are there
/// @param artifacts hash of each uploaded file by its name there
/// @param ended whether the end is known there
/// @param problem why something was refused for good, empty if nothing was
record DeliveryState(
        String address,
        String id,
        boolean making,
        int lines,
        int doubtful,
        int skipped,
        SortedMap<String, String> words,
        SortedMap<String, String> artifacts,
        boolean ended,
        String problem) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DeliveryState {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    }

    static DeliveryState nothing(String address) {
        return new DeliveryState(address, "", false, 0, 0, 0, new TreeMap<>(), new TreeMap<>(), false, "");
    }

    static Path file(Path folder, String tracker) {
        return folder.resolve("delivery-" + tracker + ".json");
    }

    /// What was acknowledged so far by the tracker at that address.
    static DeliveryState read(Path folder, String tracker, String address) throws IOException {
        Path file = file(folder, tracker);
        try {
            DeliveryState read = JSON.readValue(Files.readAllBytes(file), DeliveryState.class);
            return read.address().equals(address) ? read : nothing(address);
        } catch (NoSuchFileException none) {
            return nothing(address);
        } catch (JacksonException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getOriginalMessage()
                            + "; restore it, or delete it to send the whole run again as another one",
                    broken);
        }
    }

    void write(Path folder, String tracker) throws IOException {
        ArtifactFolder.writeFile(file(folder, tracker), JSON.writeValueAsBytes(this));
    }

    DeliveryState asked() {
        return new DeliveryState(address, id, true, lines, doubtful, skipped, words, artifacts, ended, problem);
    }

    DeliveryState made(String known) {
        return new DeliveryState(address, known, false, lines, doubtful, skipped, words, artifacts, ended, problem);
    }

    DeliveryState sending(int count) {
        return new DeliveryState(address, id, making, lines, count, skipped, words, artifacts, ended, problem);
    }

    DeliveryState taken(int count, int unspeakable) {
        return new DeliveryState(
                address, id, making, lines + count, 0, skipped + unspeakable, words, artifacts, ended, problem);
    }

    DeliveryState told(SortedMap<String, String> now) {
        return new DeliveryState(address, id, making, lines, doubtful, skipped, now, artifacts, ended, problem);
    }

    DeliveryState uploaded(String name, String hash) {
        SortedMap<String, String> all = new TreeMap<>(artifacts);
        all.put(name, hash);
        return new DeliveryState(address, id, making, lines, doubtful, skipped, words, all, ended, problem);
    }

    DeliveryState over() {
        return new DeliveryState(address, id, making, lines, doubtful, skipped, words, artifacts, true, problem);
    }

    DeliveryState refused(String why) {
        return new DeliveryState(address, id, making, lines, doubtful, skipped, words, artifacts, ended, why);
    }
}
