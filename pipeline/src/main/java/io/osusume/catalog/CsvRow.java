package io.osusume.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One row of a catalogue file: fields by column name, where empty and `Unknown` mean missing.
///
/// @param file the file's name, for messages
/// @param line the row's first line, from 1
record CsvRow(String file, long line, CSVRecord fields) {
    private static final String MISSING = "Unknown";
    private static final int SHOWN_CHARACTERS = 60;
    private static final Set<String> PART_OF_A_NAME = Set.of("Inc.", "Ltd.", "LLC");

    /// The field as it stands.
    String raw(String column) {
        return fields.get(column);
    }

    /// The field, null if it is missing.
    @Nullable
    String text(String column) {
        String raw = raw(column);
        return raw.isEmpty() || raw.equals(MISSING) ? null : raw;
    }

    /// The parts of a field separated by a comma and a blank; none if it is missing.
    List<String> parts(String column) {
        String text = text(column);
        List<String> parts = new ArrayList<>();
        if (text != null) {
            for (String part : text.split(",", -1)) {
                String name = part.strip();
                if (PART_OF_A_NAME.contains(name) && !parts.isEmpty()) {
                    parts.set(parts.size() - 1, parts.getLast() + ", " + name);
                } else if (!name.isEmpty()) {
                    parts.add(name);
                }
            }
        }
        return parts;
    }

    /// A whole number of at least `least`; `missing` if the field is missing.
    int whole(String column, int least, int missing) {
        String text = text(column);
        if (text == null) {
            return missing;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException notWhole) {
            // falls through to the error below, which says more
        }
        throw error(column, text, "must be a whole number of at least " + least + " or " + MISSING);
    }

    /// An id, which must be there.
    long id(String column) {
        try {
            return Long.parseLong(raw(column));
        } catch (NumberFormatException _) {
            throw error(column, raw(column), "must be a whole number of 64 bits");
        }
    }

    /// A number in a range; `NaN` if the field is missing.
    double number(String column, double least, double most) {
        String text = text(column);
        if (text == null) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the error below, which says more
        }
        throw error(
                column,
                text,
                String.format(Locale.ROOT, "must be a number in [%.0f, %.0f] or %s", least, most, MISSING));
    }

    /// The constant with that label.
    <E extends Enum<E>> E labelled(String column, E[] constants, Function<E, String> label, E missing) {
        String text = text(column);
        if (text == null) {
            return missing;
        }
        for (E constant : constants) {
            if (label.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw error(
                column,
                text,
                "must be one of "
                        + String.join(
                                ", ",
                                List.of(constants).stream()
                                        .map(label)
                                        .distinct()
                                        .toList()));
    }

    /// What is wrong with a field.
    CatalogueFormatException error(String column, String value, String rule) {
        String shown = value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "...";
        return new CatalogueFormatException(
                file + " line " + line + ": " + column + " " + rule + ", was '" + shown + "'");
    }
}
