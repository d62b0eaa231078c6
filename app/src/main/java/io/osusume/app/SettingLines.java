package io.osusume.app;

import java.util.Map;

/// Settings as they stand in the settings file: the group, then a line a setting below it.
final class SettingLines {
    private SettingLines() {}

    /// @param values by key, those of one group beside each other
    static String of(Map<String, String> values) {
        StringBuilder lines = new StringBuilder();
        String group = "";
        for (Map.Entry<String, String> value : values.entrySet()) {
            int dot = value.getKey().lastIndexOf('.');
            String its = value.getKey().substring(0, dot);
            if (!its.equals(group)) {
                group = its;
                lines.append(its).append(":\n");
            }
            lines.append("  " + value.getKey().substring(dot + 1) + ": " + value.getValue() + "\n");
        }
        return lines.toString().stripTrailing();
    }
}
