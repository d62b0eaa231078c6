package io.osusume.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Catalogue;
import io.osusume.data.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalExportWriterTest {
    private static final Catalogue NOTHING = new Catalogue(List.of(), List.of());

    private static byte[] written(List<ListEntry> entries, String userName, Catalogue catalogue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MalExportWriter.write(entries, userName, catalogue, out);
        return out.toByteArray();
    }

    private static FanList readBack(List<ListEntry> entries) throws IOException {
        return MalExport.read(new ByteArrayInputStream(written(entries, "x", NOTHING)), ListLimits.DEFAULT);
    }

    @Test
    void theFileIsTheOneMyAnimeListImports() throws IOException {
        Catalogue catalogue = new Catalogue(List.of(SomeTitles.title(9253, "Steins;Gate")), List.of());

        byte[] file = written(
                List.of(
                        new ListEntry(9253, "as the list had it", 9, ListStatus.COMPLETED, 24),
                        new ListEntry(70_000, "]]> & <New>", 0, ListStatus.ON_HOLD, 0)),
                "Tom & <Jo>",
                catalogue);

        assertEquals("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <myanimelist>
                  <myinfo>
                    <user_name>Tom &amp; &lt;Jo&gt;</user_name>
                    <user_export_type>1</user_export_type>
                    <user_total_anime>2</user_total_anime>
                    <user_total_watching>0</user_total_watching>
                    <user_total_completed>1</user_total_completed>
                    <user_total_onhold>1</user_total_onhold>
                    <user_total_dropped>0</user_total_dropped>
                    <user_total_plantowatch>0</user_total_plantowatch>
                  </myinfo>
                  <anime>
                    <series_animedb_id>9253</series_animedb_id>
                    <series_title><![CDATA[Steins;Gate]]></series_title>
                    <series_type>TV</series_type>
                    <series_episodes>24</series_episodes>
                    <my_id>0</my_id>
                    <my_watched_episodes>24</my_watched_episodes>
                    <my_start_date>0000-00-00</my_start_date>
                    <my_finish_date>0000-00-00</my_finish_date>
                    <my_score>9</my_score>
                    <my_status>Completed</my_status>
                    <my_times_watched>0</my_times_watched>
                    <my_rewatching>0</my_rewatching>
                    <update_on_import>1</update_on_import>
                  </anime>
                  <anime>
                    <series_animedb_id>70000</series_animedb_id>
                    <series_title><![CDATA[]]]]><![CDATA[> & <New>]]></series_title>
                    <series_type>Unknown</series_type>
                    <series_episodes>0</series_episodes>
                    <my_id>0</my_id>
                    <my_watched_episodes>0</my_watched_episodes>
                    <my_start_date>0000-00-00</my_start_date>
                    <my_finish_date>0000-00-00</my_finish_date>
                    <my_score>0</my_score>
                    <my_status>On-Hold</my_status>
                    <my_times_watched>0</my_times_watched>
                    <my_rewatching>0</my_rewatching>
                    <update_on_import>1</update_on_import>
                  </anime>
                </myanimelist>
                """, new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void everyStatusAndScoreComesBackAsItWas() throws IOException {
        List<ListEntry> entries = new ArrayList<>();
        for (ListStatus status : ListStatus.values()) {
            for (int score = 0; score <= 10; score++) {
                entries.add(new ListEntry(
                        entries.size() + 1, "]]>&amp;\u9032\ud83d\ude00 " + score, score, status, score * 7));
            }
        }

        FanList back = readBack(entries);

        assertEquals(entries, back.entries());
        assertEquals(List.of(), back.adjustments());
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() throws IOException {
        assertEquals(
                List.of(new ListEntry(1, "ab", 0, ListStatus.DROPPED, 0)),
                readBack(List.of(new ListEntry(1, "a\u0001\ud800\uffff\u0000b", 0, ListStatus.DROPPED, 0)))
                        .entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mal-2021-a", "mal-2021-b", "mal-2024-a", "mal-2025-a", "mal-2026-b", "mal-small"})
    @Tag("shared")
    void aRealListComesBackAsItWas(String file) throws IOException {
        FanList list = MalExport.read(SharedData.file("data/lists/" + file + ".xml.gz"));

        assertEquals(list, readBack(list.entries()));
    }
}
