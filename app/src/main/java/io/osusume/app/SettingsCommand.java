package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shows every setting.
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Shows every setting: its value, where it came from, and what is allowed.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume settings --set ease.regularization=250")
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    boolean json;

    @Override
    public Integer call() {
        Settings settings = workplace.settings();
        if (json) {
            ObjectNode all = JsonMapper.shared().createObjectNode();
            for (Setting setting : Setting.values()) {
                all.putObject(setting.key())
                        .put("value", settings.text(setting))
                        .put("origin", settings.origin(setting))
                        .put("allowed", setting.allowed())
                        .put("environment", setting.environmentVariable());
            }
            workplace.print(all.toPrettyString());
            return 0;
        }
        TextTable table = new TextTable("setting", "value", "from", "allowed");
        for (Setting setting : Setting.values()) {
            table.row(setting.key(), settings.text(setting), settings.origin(setting), setting.allowed());
        }
        workplace.print(table.toString());
        return 0;
    }
}
