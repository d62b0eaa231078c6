package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.flow.FlowException;
import io.osusume.flow.FlowGraph;
import io.osusume.flow.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The pipeline as `config/pipeline.yaml` declares it; what each key means stands there.
final class PipelineFile {
    /// What the program gives stages from outside: the source of ingest.
    static final String SOURCE = "source";

    private static final Set<String> KEYS =
            Set.of("does", "each", "inputs", "outputs", "settings", "settings-of", "code");
    private static final String EACH = "{each}";
    private static final String ALL = "all:";

    private final Path file;
    private final Settings settings;

    private PipelineFile(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /// Reads the file; stages with `each` become one for each word of their setting.
    ///
    /// @throws FlowException at the first thing that is wrong
    static FlowGraph read(Path file, Settings settings) throws IOException {
        return new PipelineFile(file, settings).graph();
    }

    private FlowGraph graph() throws IOException {
        Map<?, ?> declared = map("stages", document().get("stages"));
        List<Stage> stages = new ArrayList<>();
        for (Map.Entry<?, ?> entry : declared.entrySet()) {
            stages.addAll(stages(String.valueOf(entry.getKey()), map(entry.getKey(), entry.getValue())));
        }
        List<String> made =
                stages.stream().flatMap(stage -> stage.outputs().stream()).toList();
        return FlowGraph.of(stages.stream().map(stage -> withAll(stage, made)).toList(), Set.of(SOURCE));
    }

    private Map<?, ?> document() throws IOException {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return map("the file", document);
        } catch (NoSuchFileException missing) {
            throw new FlowException("there is no pipeline file " + file + "; restore it from the repository", missing);
        } catch (YAMLException broken) {
            throw new FlowException(
                    file + " is not YAML: "
                            + String.valueOf(broken.getMessage()).strip(),
                    broken);
        }
    }

    private Map<?, ?> map(@Nullable Object what, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new FlowException(file + ": " + what + " must have keys and values, was " + value);
    }

    private List<Stage> stages(String name, Map<?, ?> declared) {
        for (Object key : declared.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw new FlowException(file + ": stage " + name + " has the unknown key '" + key + "'; known are "
                        + String.join(", ", new TreeSet<>(KEYS)));
            }
        }
        Object each = declared.get("each");
        if (each == null) {
            return List.of(stage(name, name, "", declared));
        }
        Setting setting = Arrays.stream(Setting.values())
                .filter(known -> known.key().equals(each))
                .findFirst()
                .orElseThrow(() -> new FlowException(
                        file + ": stage " + name + " is for each of the unknown setting '" + each + "'"));
        return settings.words(setting).stream()
                .map(word -> stage(name + " " + word, name, word, declared))
                .toList();
    }

    private Stage stage(String name, String kind, String each, Map<?, ?> declared) {
        Object does = declared.get("does");
        List<String> keys = new ArrayList<>(words(name, "settings", declared, each));
        if (!each.isEmpty()) {
            Object further = declared.get("settings-of") instanceof Map<?, ?> of ? of.get(each) : null;
            keys.addAll(further == null ? List.of(each + ".*") : words(name, further, each));
        }
        return new Stage(
                name,
                does == null ? kind : String.valueOf(does),
                each,
                words(name, "inputs", declared, each),
                words(name, "outputs", declared, each),
                keys,
                words(name, "code", declared, each));
    }

    private List<String> words(String stage, String key, Map<?, ?> declared, String each) {
        Object value = declared.get(key);
        return value == null ? List.of() : words(stage, value, each);
    }

    private List<String> words(String stage, Object value, String each) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(word -> String.valueOf(word).replace(EACH, each))
                    .toList();
        }
        throw new FlowException(file + ": stage " + stage + " must have lists of words, was " + value);
    }

    /// `all:model` as every output that is called so.
    private static Stage withAll(Stage stage, List<String> made) {
        List<String> inputs = stage.inputs().stream()
                .flatMap(input -> input.startsWith(ALL)
                        ? made.stream().filter(output -> output.startsWith(input.substring(ALL.length()) + " "))
                        : Stream.of(input))
                .toList();
        return new Stage(
                stage.name(), stage.does(), stage.of(), inputs, stage.outputs(), stage.settings(), stage.code());
    }
}
