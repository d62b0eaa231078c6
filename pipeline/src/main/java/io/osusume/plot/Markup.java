package io.osusume.plot;

/// Text as it may stand in HTML and SVG, between tags or in a quoted attribute.
public final class Markup {
    private Markup() {}

    /// The text with every character that means something to a parser replaced; control characters,
    /// which no HTML page may hold, become the replacement character.
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return out.toString();
    }
}
