package io.osusume.flow;

import java.util.List;

/// One stage of a pipeline, as declared.
///
/// @param name unique in its pipeline
/// @param does the word for what it does, which the program knows
/// @param of what it does that to, such as a model's family; possibly empty
/// @param inputs names of outputs of other stages, or of things outside
/// @param outputs names of what it makes, each made by one stage alone
/// @param settings keys whose values count, `*` at the end for all that begin so
/// @param code packages whose classes count, `.*` at the end for those below as well
public record Stage(
        String name,
        String does,
        String of,
        List<String> inputs,
        List<String> outputs,
        List<String> settings,
        List<String> code) {
    public Stage {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        settings = List.copyOf(settings);
        code = List.copyOf(code);
    }
}
