package io.osusume.lists;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Writes a list as the XML that MyAnimeList exports and imports, so that a fan can take it there. [MalExport] reads it
/// back to the same entries, but with the catalogue's names.
public final class MalExportWriter {
    private MalExportWriter() {}

    /// Writes the whole file in UTF-8; the caller closes the stream.
    ///
    /// @param userName as it stands in the file, perhaps empty
    /// @param catalogue gives the titles' names, forms and episodes; of others the list's own name stands there
    public static void write(Collection<ListEntry> entries, String userName, Catalogue catalogue, OutputStream out)
            throws IOException {
        StringBuilder xml = new StringBuilder(1024);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<myanimelist>\n");
        appendOwner(xml, entries, userName);
        for (ListEntry entry : entries) {
            appendEntry(xml, entry, catalogue.title(entry.itemId()));
            out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            xml.setLength(0);
        }
        xml.append("</myanimelist>\n");
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void appendOwner(StringBuilder xml, Collection<ListEntry> entries, String userName) {
        Map<ListStatus, Integer> counts = new EnumMap<>(ListStatus.class);
        entries.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        xml.append("  <myinfo>\n");
        append(xml, "user_name", escaped(userName));
        append(xml, "user_export_type", "1");
        append(xml, "user_total_anime", Integer.toString(entries.size()));
        append(xml, "user_total_watching", count(counts, ListStatus.WATCHING));
        append(xml, "user_total_completed", count(counts, ListStatus.COMPLETED));
        append(xml, "user_total_onhold", count(counts, ListStatus.ON_HOLD));
        append(xml, "user_total_dropped", count(counts, ListStatus.DROPPED));
        append(xml, "user_total_plantowatch", count(counts, ListStatus.PLAN_TO_WATCH));
        xml.append("  </myinfo>\n");
    }

    private static String count(Map<ListStatus, Integer> counts, ListStatus status) {
        return Integer.toString(counts.getOrDefault(status, 0));
    }

    private static void appendEntry(StringBuilder xml, ListEntry entry, Optional<Title> title) {
        xml.append("  <anime>\n");
        append(xml, "series_animedb_id", Long.toString(entry.itemId()));
        append(xml, "series_title", cdata(title.map(Title::name).orElse(entry.title())));
        append(xml, "series_type", title.map(known -> known.type().label()).orElse("Unknown"));
        append(
                xml,
                "series_episodes",
                Integer.toString(title.map(Title::episodes).orElse(0)));
        append(xml, "my_id", "0");
        append(xml, "my_watched_episodes", Integer.toString(entry.watchedEpisodes()));
        append(xml, "my_start_date", "0000-00-00");
        append(xml, "my_finish_date", "0000-00-00");
        append(xml, "my_score", Integer.toString(entry.score()));
        append(xml, "my_status", entry.status().label());
        append(xml, "my_times_watched", "0");
        append(xml, "my_rewatching", "0");
        append(xml, "update_on_import", "1");
        xml.append("  </anime>\n");
    }

    private static void append(StringBuilder xml, String element, String content) {
        xml.append("    <")
                .append(element)
                .append('>')
                .append(content)
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static String cdata(String text) {
        return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String escaped(String text) {
        return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Without the characters XML cannot hold.
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= ' ' && c < Character.MIN_SURROGATE)
                        || (c > Character.MAX_SURROGATE && c != 0xfffe && c != 0xffff))
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
