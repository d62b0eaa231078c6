package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChangeTest {
    private static String refusal(Executable made) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void whatCannotBeIsRefusedWhereItIsMade() {
        assertEquals("itemId must be positive, was 0", refusal(() -> new Change.Hide(0, true)));
        assertEquals("itemId must be positive, was -1", refusal(() -> new Change.RemoveEntry(-1)));
        assertEquals(
                "score must be in [0, 10], was 11", refusal(() -> new Change.SetEntry(1, EntryStatus.WATCHED, 11)));
        assertEquals(
                "name of a preference must be 1 to 40 lower-case letters, digits and hyphens and begin with a letter,"
                        + " was 'Theme'",
                refusal(() -> new Change.SetPreference("Theme", "dark")));
        assertEquals(
                "value of a preference must have at most 200 characters, had 201",
                refusal(() -> new Change.SetPreference("theme", "d".repeat(201))));
        assertEquals(
                "value of a preference must not hold control characters",
                refusal(() -> new Change.SetPreference("theme", "a\nb")));
        assertEquals("changesKept must be in [0, 10000], was -1", refusal(() -> new ProfileLimits(1, 1, 1, -1, 1)));
    }

    @Test
    void everyNumberInTheDatabaseHasItsOwnMeaning() {
        for (EntryStatus status : EntryStatus.values()) {
            assertEquals(status, EntryStatus.of(status.code()));
        }
        for (Part.Kind kind : Part.Kind.values()) {
            assertEquals(kind, Part.Kind.of(kind.code()));
        }
        for (KeptChange.Action action : KeptChange.Action.values()) {
            assertEquals(action, KeptChange.Action.of(action.code()));
        }
        assertEquals("on hold", EntryStatus.ON_HOLD.word());
    }

    @Test
    void aDifferenceIsReadBackAsItWasWritten() {
        Instant at = Instant.parse("2026-11-24T10:00:00.123Z");
        List<PartChange> parts = List.of(
                new PartChange(Part.entry(1), null, PartValue.entry(EntryStatus.DROPPED, 3, at)),
                new PartChange(new Part(Part.Kind.HIDDEN, 2, ""), PartValue.mark(at), null),
                new PartChange(Part.preference("theme"), PartValue.setting("\"暗\\"), PartValue.setting("")));

        String json = PartsJson.write(parts);

        assertEquals(
                "[[0,1,\"\",null,[2,3,1795514400123,\"\"]],[1,2,\"\",[0,0,1795514400123,\"\"],null],"
                        + "[3,0,\"preference:theme\",[0,0,0,\"\\\"暗\\\\\"],[0,0,0,\"\"]]]",
                json);
        assertEquals(parts, PartsJson.read(json));
    }
}
