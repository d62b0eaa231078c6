package io.osusume.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small raw files for the tests of this package, plain and packed.
final class SampleFiles {
    static final String ANIMELIST = """
            user_id,anime_id,rating,watching_status,watched_episodes
            0,1,9,2,26
            0,20,0,6,0
            7,1,10,2,26
            """;
    static final String ANIME = """
            MAL_ID,Name,Score,Genres,Type
            1,Cowboy Bebop,8.78,"Action, Space",TV
            20,Naruto,7.91,"Action, ""Ninja\""",TV
            """;
    static final String SYNOPSES = """
            MAL_ID,Name,Score,Genres,sypnopsis
            1,Cowboy Bebop,8.78,"Action, Space","Hunters
            in space."
            """;
    static final String WATCHING_STATUS = """
            status, description
            1,Currently Watching
            2,Completed""";
    static final String RELATIONS = """
            from,kind,to
            20,sequel,1735
            """;

    private SampleFiles() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// So many rating rows under a header, about 9 bytes each, poorly packable.
    static byte[] manyRatings(int rows) {
        StringBuilder text = new StringBuilder("user_id,anime_id,rating\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < rows; row++) {
            text.append(row)
                    .append(',')
                    .append(random.nextInt(50_000))
                    .append(',')
                    .append(random.nextInt(11))
                    .append('\n');
        }
        return bytes(text.toString());
    }
}
