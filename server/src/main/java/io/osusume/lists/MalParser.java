package io.osusume.lists;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Parses the XML of one MyAnimeList export.
final class MalParser {
    private static final int MAX_DEPTH = 8;

    private final int maxEntries;
    private final Map<Long, ListEntry> entries = new LinkedHashMap<>();
    private int read;
    private int repeated;

    MalParser(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new ListException("the file refers to another file, which no list export does; it was not read");
        });
        factory.setXMLReporter((_, _, _, _) -> {});
        return factory;
    }

    FanList parse(InputStream text) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            try {
                readDocument(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : " at line " + broken.getLocation().getLineNumber() + ", column "
                            + broken.getLocation().getColumnNumber();
            throw new ListException(
                    "the file is cut off or damaged: its XML breaks" + where + "; download the export again",
                    false,
                    broken);
        }
        if (entries.isEmpty()) {
            throw new ListException("the list is empty: no <anime> stands in it");
        }
        return new FanList(java.util.List.copyOf(entries.values()), repeated);
    }

    private void readDocument(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new ListException("the file has a DOCTYPE, which no list export has; it was not read");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (depth > MAX_DEPTH) {
                    throw new ListException("the file is nested deeper than a list export; it was not read");
                } else if (depth == 1 && !name.equals("myanimelist")) {
                    throw new ListException("the file is not a MyAnimeList export: expected <myanimelist>, found <"
                            + name + ">; download the export again while you are signed in");
                } else if (depth == 2 && name.equals("manga")) {
                    throw manga();
                } else if (depth == 2 && name.equals("anime")) {
                    add(fields(xml));
                    depth--;
                } else if (depth == 2 && name.equals("myinfo")) {
                    if ("2".equals(fields(xml).texts().get("user_export_type"))) {
                        throw manga();
                    }
                    depth--;
                }
            }
        }
    }

    private static ListException manga() {
        return new ListException(
                "this is a manga list; Osusume recommends anime: export your anime list and use that file");
    }

    /// The texts of an element's children, by name.
    private record Fields(Map<String, String> texts, int line) {}

    private static Fields fields(XMLStreamReader xml) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        Map<String, String> texts = new HashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            texts.put(name, xml.getElementText().strip());
        }
        return new Fields(texts, line);
    }

    private void add(Fields fields) {
        if (++read > maxEntries) {
            throw new ListException("the list is too long: at most " + maxEntries + " titles are read", true, null);
        }
        String title = fields.texts().getOrDefault("series_title", "");
        long itemId = number(fields, title, "series_animedb_id", 1, Integer.MAX_VALUE);
        String status = fields.texts().getOrDefault("my_status", "");
        ListEntry entry = new ListEntry(
                itemId,
                title,
                (int) number(fields, title, "my_score", 0, 10),
                ListStatus.of(status)
                        .orElseThrow(() -> wrong(
                                fields,
                                title,
                                "my_status",
                                "one of Watching, Completed, On-Hold, Dropped, Plan to Watch",
                                status)),
                (int) number(fields, title, "my_watched_episodes", 0, Integer.MAX_VALUE));
        if (entries.put(itemId, entry) != null) {
            repeated++;
        }
    }

    private long number(Fields fields, String title, String name, long min, long max) {
        String text = fields.texts().getOrDefault(name, "");
        try {
            long number = text.isEmpty() ? 0 : Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // falls through: it is out of range like any other
        }
        throw wrong(fields, title, name, "a whole number in [" + min + ", " + max + "]", text);
    }

    private ListException wrong(Fields fields, String title, String name, String expected, String found) {
        return new ListException("entry " + read + " (" + (title.isEmpty() ? "no title" : shortened(title)) + ", line "
                + fields.line() + "): " + name + " must be " + expected + ", was '" + shortened(found) + "'");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
