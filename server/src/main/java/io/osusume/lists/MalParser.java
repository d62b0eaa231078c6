package io.osusume.lists;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Parses the XML of one MyAnimeList export, as MyAnimeList or another site wrote it.
final class MalParser {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 512;
    private static final Set<String> ROOTS = Set.of("myanimelist", "animelist", "anime_list");

    private final FanListBuilder list;
    private final int maxEntries;
    private final List<FoundEntry> found = new ArrayList<>();
    private int depth;

    MalParser(int maxEntries) {
        this.maxEntries = maxEntries;
        this.list = new FanListBuilder(maxEntries);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new ListException("the file refers to another file, which no list export does; it was not read");
        });
        factory.setXMLReporter((_, _, _, _) -> {});
        return factory;
    }

    FanList parse(Reader text) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            try {
                readDocument(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        }
        if (found.isEmpty()) {
            throw new ListException("the list is empty: no <anime> stands in it");
        }
        double scale = scale();
        for (FoundEntry entry : found) {
            list.add(scale == 1 ? entry : scaled(entry, scale));
        }
        if (scale != 1) {
            list.adjust("the list", "its scores go to 100, they were divided by 10");
        }
        FanList whole = list.build();
        if (whole.size() == 0) {
            throw new ListException("none of the " + found.size()
                    + " entries of the list has an id or a title; export it from MyAnimeList and use that file");
        }
        return whole;
    }

    private void readDocument(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new ListException("the file has a DOCTYPE, which no list export has; it was not read");
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    String name = name(xml);
                    if (depth == 1 && !ROOTS.contains(name)) {
                        throw new ListException("the file is not a MyAnimeList export: expected <myanimelist>, found <"
                                + FanListBuilder.shortened(name)
                                + ">; download the export again while you are signed in");
                    } else if (depth == 2 && name.equals("manga")) {
                        throw manga();
                    } else if (depth == 2 && name.equals("anime")) {
                        add(xml.getLocation().getLineNumber(), texts(xml));
                    } else if (depth == 2
                            && name.equals("myinfo")
                            && "2".equals(texts(xml).get("user_export_type"))) {
                        throw manga();
                    }
                }
                default -> {} // comments, white space and what else may stand between elements
            }
        }
    }

    private static ListException manga() {
        return new ListException(
                "this is a manga list; Osusume recommends anime: export your anime list and use that file");
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new ListException("the file is nested deeper than a list export; it was not read");
        }
    }

    private static String name(XMLStreamReader xml) {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    /// Reads to the end of an element.
    ///
    /// @return the texts of those of its children that are read, by name
    private Map<String, String> texts(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        int parent = depth;
        String child = "";
        StringBuilder text = new StringBuilder();
        while (depth >= parent) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    if (depth == parent + 1) {
                        child = name(xml);
                        text.setLength(0);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == parent + 1 && isRead(child)) {
                        texts.putIfAbsent(child, text.toString().strip());
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == parent + 1 && isRead(child)) {
                        int room = Math.min(MAX_TEXT - text.length(), xml.getTextLength());
                        text.append(xml.getTextCharacters(), xml.getTextStart(), room);
                    }
                }
                default -> {} // comments, and entities nobody declared
            }
        }
        return texts;
    }

    private static boolean isRead(String element) {
        return MalField.isRead(element) || element.equals("user_export_type");
    }

    private void add(int line, Map<String, String> texts) {
        if (found.size() == maxEntries) {
            throw new ListException("the list is too long: at most " + maxEntries + " titles are read", true, null);
        }
        String title = MalField.TITLE.in(texts);
        String where = "entry " + (found.size() + 1) + " ("
                + (title.isEmpty() ? "no title" : FanListBuilder.shortened(title)) + ", line " + line + ")";
        found.add(new FoundEntry(
                where,
                whole(MalField.ID, texts, where, 0, ", its title is looked up instead"),
                title,
                score(texts, where),
                MalField.STATUS.in(texts),
                whole(MalField.WATCHED, texts, where, Integer.MIN_VALUE, ", read as 0"),
                Math.max(0, wholeOr0(MalField.EPISODES.in(texts)))));
    }

    private int whole(MalField field, Map<String, String> texts, String where, int low, String otherwise) {
        String text = field.in(texts);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= low) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below, like any other number out of range
        }
        list.adjust(
                where, field.element() + " '" + FanListBuilder.shortened(text) + "' is not a whole number" + otherwise);
        return 0;
    }

    private static int wholeOr0(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private double score(Map<String, String> texts, String where) {
        String text = MalField.SCORE.in(texts);
        if (text.isEmpty() || text.equals("-")) {
            return 0;
        }
        if (text.matches("[+-]?\\d{1,9}([.,]\\d{0,9})?")) {
            return Double.parseDouble(text.replace(',', '.'));
        }
        list.adjust(where, "my_score '" + FanListBuilder.shortened(text) + "' is not a number, read as not scored");
        return 0;
    }

    /// What the list's scores are divided by: 10 if most of them only make sense on a scale to 100.
    private double scale() {
        List<Double> scores =
                found.stream().map(FoundEntry::score).filter(each -> each > 0).toList();
        long above = scores.stream().filter(each -> each > 10).count();
        boolean hundred = 2 * above > scores.size()
                && scores.stream().anyMatch(each -> each > 20)
                && scores.stream().allMatch(each -> each <= 100);
        return hundred ? 10 : 1;
    }

    private static FoundEntry scaled(FoundEntry entry, double scale) {
        return new FoundEntry(
                entry.where(),
                entry.itemId(),
                entry.title(),
                entry.score() / scale,
                entry.status(),
                entry.watchedEpisodes(),
                entry.episodes());
    }

    private static ListException unreadable(XMLStreamException broken) {
        String where = broken.getLocation() == null
                ? ""
                : " at line " + broken.getLocation().getLineNumber() + ", column "
                        + broken.getLocation().getColumnNumber();
        return new ListException(
                "the file is cut off or damaged: its XML breaks" + where + "; download the export again",
                false,
                broken);
    }
}
