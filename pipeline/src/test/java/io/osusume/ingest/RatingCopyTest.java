package io.osusume.ingest;

import static io.osusume.ingest.SampleFiles.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.ratings.BadRowPolicy;
import io.osusume.ratings.RatingFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RatingCopyTest {
    private static final BadRowPolicy MANY_BAD = new BadRowPolicy(Long.MAX_VALUE);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aByteOrderMarkIsDroppedAndOtherFormsStay() throws IOException {
        CopiedRows rows = copy("\uFEFF\"user_id\",anime_id,rating\r\n1,2,3\r\n\"4\", 5 ,6", OptionalLong.empty());
        assertEquals("\"user_id\",anime_id,rating\n1,2,3\r\n\"4\", 5 ,6\n", text());
        assertEquals(2, rows.kept());
    }

    @Test
    void emptyLinesAreNoRows() throws IOException {
        assertEquals(
                2,
                copy("user_id,anime_id,rating\n\n1,2,3\n\n1,4,3\n\n", OptionalLong.empty())
                        .read());
    }

    @Test
    void rowsOverManyBlocksAreCopiedByteForByte() throws IOException {
        byte[] content = SampleFiles.manyRatings(300_000); // 4.7 MB, five blocks
        CopiedRows rows = RatingCopy.copy(
                new ByteArrayInputStream(content), out, "x", OptionalLong.empty(), BadRowPolicy.NONE_ALLOWED);
        assertArrayEquals(content, out.toByteArray());
        assertEquals(300_000, rows.kept());
        assertFalse(rows.cut());
    }

    @Test
    void theLimitCountsGoodRowsOverManyBlocks() throws IOException {
        String[] lines = new String(SampleFiles.manyRatings(300_000), StandardCharsets.UTF_8).split("\n", -1);
        lines[100] = "bad";
        lines[200_000] = "1,2,11";
        CopiedRows rows = copy(String.join("\n", lines), OptionalLong.of(250_000));
        assertEquals(250_000, rows.kept());
        assertEquals(250_002, rows.read());
        assertEquals(2, rows.bad());
        assertEquals(101, rows.firstBad().getFirst().line());
        assertEquals(200_001, rows.firstBad().get(1).line());
        assertTrue(rows.cut());
        assertTrue(text().endsWith("\n" + lines[250_002] + "\n"));
    }

    @Test
    void aLimitThatIsJustTheNumberOfRowsCutsNothing() throws IOException {
        assertFalse(copy("user_id,anime_id,rating\n1,2,3\n1,4,3\n", OptionalLong.of(2))
                .cut());
        assertTrue(copy("user_id,anime_id,rating\n1,2,3\n1,4,3\n", OptionalLong.of(1))
                .cut());
    }

    @Test
    void aBadLastLineWithoutLineEndLeavesNothing() throws IOException {
        copy("user_id,anime_id,rating\n1,2,3\n1,4", OptionalLong.empty());
        assertEquals("user_id,anime_id,rating\n1,2,3\n", text());
    }

    @Test
    void aHeaderWithoutTheNeededColumnsIsRefused() {
        assertEquals(
                "x line 1: the header must name user_id, anime_id and rating once each, separated by commas, was"
                        + " '<!DOCTYPE html>'; user_id is missing",
                assertThrows(RatingFormatException.class, () -> copy("<!DOCTYPE html>\n", OptionalLong.empty()))
                        .getMessage());
    }

    @Test
    void aLineThatNeverEndsIsRefusedWithoutReadingItAll() {
        String text = "user_id,anime_id,rating\n" + "1".repeat(3_000_000);
        assertEquals(
                "x line 2: a line must be shorter than 1048576 bytes, this one is longer; it is not a file of ratings",
                assertThrows(IngestException.class, () -> copy(text, OptionalLong.empty()))
                        .getMessage());
    }

    private CopiedRows copy(String text, OptionalLong maxRows) throws IOException {
        return RatingCopy.copy(new ByteArrayInputStream(bytes(text)), out, "x", maxRows, MANY_BAD);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
