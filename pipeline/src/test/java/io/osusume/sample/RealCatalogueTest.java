package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import io.osusume.data.Title;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The sample's facts against the real collection, and its synopses against copying.
@Tag("shared")
class RealCatalogueTest {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");
    private static final int COPIED_RUN = 8;

    private final List<Title> sample = SampleCatalogue.read().catalogue().titles();

    @Test
    void factsAgreeWithTheRealFile() throws IOException {
        Map<Long, Map<String, String>> real = rows("data/mal-2020/anime.csv.zip", "anime.csv");
        List<String> differences = new ArrayList<>();
        for (Title title : sample) {
            Map<String, String> row = real.get(title.itemId());
            if (row == null) {
                differences.add(title.itemId() + " is not in the real file");
                continue;
            }
            compare(differences, title, "Name", title.name(), row);
            compare(differences, title, "English name", title.englishName(), row);
            compare(differences, title, "Japanese name", title.japaneseName(), row);
            compare(differences, title, "Type", title.type().label(), row);
            compare(differences, title, "Episodes", title.episodes() == 0 ? null : "" + title.episodes(), row);
            compare(differences, title, "Genres", String.join(", ", title.genres()), row);
            compare(differences, title, "Studios", String.join(", ", title.studios()), row);
            compare(differences, title, "Source", title.source(), row);
            compare(differences, title, "Rating", title.ageRating().label(), row);
            compare(differences, title, "Aired", KaggleFiles.aired(title), row);
            int year = YEAR.matcher(row.getOrDefault("Aired", ""))
                    .results()
                    .findFirst()
                    .map(found -> Integer.parseInt(found.group()))
                    .orElse(0);
            if (year != title.year()) {
                differences.add(title.itemId() + " year: ours " + title.year() + ", real " + year);
            }
            if (Math.abs(Double.parseDouble(row.getOrDefault("Score", "")) - title.score()) > .06) {
                differences.add(title.itemId() + " score: ours " + title.score() + ", real " + row.get("Score"));
            }
            if (Math.abs(Integer.parseInt(row.getOrDefault("Members", "")) - title.members()) > 1_000) {
                differences.add(title.itemId() + " members: ours " + title.members() + ", real " + row.get("Members"));
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void noSynopsisSharesEightWordsInARowWithTheRealOne() throws IOException {
        Map<Long, Map<String, String>> real =
                rows("data/mal-2020/anime_with_synopsis.csv.zip", "anime_with_synopsis.csv");
        List<String> copied = new ArrayList<>();
        int compared = 0;
        for (Title title : sample) {
            Map<String, String> row = real.get(title.itemId());
            if (row != null) {
                compared++;
                Set<String> shared = runs(Objects.requireNonNull(title.synopsis()));
                shared.retainAll(runs(row.getOrDefault("sypnopsis", "")));
                shared.forEach(run -> copied.add(title.name() + ": " + run));
            }
        }
        assertEquals("", String.join("\n", copied));
        assertTrue(compared > 400, "only " + compared + " titles have a real synopsis to compare with");
    }

    private static void compare(
            List<String> differences, Title title, String column, @Nullable String ours, Map<String, String> row) {
        String real = row.getOrDefault(column, "no such column");
        if (!real.equals(ours == null ? "Unknown" : ours)) {
            differences.add(title.itemId() + " " + column + ": ours " + ours + ", real " + real);
        }
    }

    private static Set<String> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<String> runs = new HashSet<>();
        for (int k = 0; k + COPIED_RUN <= words.size(); k++) {
            runs.add(String.join(" ", words.subList(k, k + COPIED_RUN)));
        }
        return runs;
    }

    /// All rows by `MAL_ID`, each by the names of the columns.
    private static Map<Long, Map<String, String>> rows(String archive, String entry) throws IOException {
        Map<Long, Map<String, String>> rows = new HashMap<>();
        try (ZipFile zip = new ZipFile(SharedData.file(archive).toFile());
                InputStream in = new BufferedInputStream(zip.getInputStream(zip.getEntry(entry)))) {
            List<String> header = record(in);
            for (List<String> row = record(in); !row.isEmpty(); row = record(in)) {
                Map<String, String> byName = new HashMap<>();
                for (int column = 0; column < header.size(); column++) {
                    byName.put(header.get(column), row.get(column));
                }
                rows.put(Long.parseLong(row.get(0)), byName);
            }
        }
        return rows;
    }

    /// The next record; empty at the end.
    private static List<String> record(InputStream in) throws IOException {
        List<String> fields = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean quoted = false;
        int last = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '"') {
                if (!quoted && last == '"') {
                    field.write('"'); // a doubled quote inside quotes
                }
                quoted = !quoted;
            } else if (!quoted && (next == ',' || next == '\n')) {
                fields.add(field.toString(StandardCharsets.UTF_8));
                field.reset();
                if (next == '\n') {
                    return fields;
                }
            } else {
                field.write(next);
            }
            last = next;
        }
        return fields;
    }
}
