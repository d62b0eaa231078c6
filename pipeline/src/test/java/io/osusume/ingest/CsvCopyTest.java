package io.osusume.ingest;

import static io.osusume.ingest.SampleFiles.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvCopyTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void quotedCommasQuotesAndLineEndsBelongToTheirField() throws IOException {
        String text = "from,kind,to\n1,\"a, \"\"b\"\"\nc\",2\n\n3,5\" disc,4\n";
        assertEquals(2, copy(text).kept());
        assertEquals(text, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsDoNoHarm() throws IOException {
        assertEquals(
                2,
                copy("\uFEFFfrom,\"kind\",to\r\n1,sequel,2\r\n2,sequel,\"3\"").kept());
        assertEquals("from,\"kind\",to\n1,sequel,2\r\n2,sequel,\"3\"\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRowOfOtherWidthIsNamedByTheLineItBeginsIn() {
        assertEquals(
                "x line 4: a row must have 3 columns like the header, was 2; mend the file or get it again",
                assertThrows(IngestException.class, () -> copy("from,kind,to\n1,\"a\nb\",2\n3,4\n5,6,7\n"))
                        .getMessage());
    }

    @Test
    void anOpenQuoteAtTheEndMeansThatTheFileIsCutOff() {
        assertEquals(
                "x is cut off: it ends inside the quotes of row 2, which begins in line 3; get it again",
                assertThrows(IngestException.class, () -> copy("from,kind,to\n1,a,2\n3,\"b\n"))
                        .getMessage());
    }

    @Test
    void aMissingColumnIsNamed() {
        assertEquals(
                "x line 1: the header must name from, kind, to, was 'from,to'; kind is missing",
                assertThrows(IngestException.class, () -> copy("from,to\n1,2\n"))
                        .getMessage());
    }

    private CopiedRows copy(String text) throws IOException {
        return CsvCopy.copy(new ByteArrayInputStream(bytes(text)), out, RawFile.RELATIONS, "x");
    }
}
