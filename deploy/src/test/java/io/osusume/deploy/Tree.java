package io.osusume.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in a parsed file (HCL, YAML, JSON): what stands there and how it is reached. A place that must exist and
/// does
/// not is an [AssertionError] that names it.
///
/// @param where the path to it, as messages name it
/// @param value a map, a list, a word, a number, a truth value, or null where nothing is
record Tree(String where, @Nullable Object value) {
    /// What is below by these names, one below the other; `#0` is the first of a list. A list of one block is that
    /// block,
    /// as in HCL.
    Tree at(String... names) {
        Tree found = this;
        for (String name : names) {
            found = found.below(name);
            if (found.value == null) {
                throw new AssertionError(found.where + " is not there");
            }
        }
        return found;
    }

    /// The same, but nothing is allowed to be there.
    Tree maybe(String... names) {
        Tree found = this;
        for (String name : names) {
            found = found.value == null ? found : found.below(name);
        }
        return found;
    }

    boolean exists() {
        return value != null;
    }

    private Tree below(String name) {
        String path = where + " " + name;
        return switch (value) {
            case Map<?, ?> map -> new Tree(path, map.get(name));
            case List<?> list
            when name.startsWith("#") -> {
                int index = Integer.parseInt(name.substring(1));
                yield new Tree(path, index < list.size() ? list.get(index) : null);
            }
            case List<?> list when list.size() == 1 -> new Tree(where, list.getFirst()).below(name);
            case null, default -> throw new AssertionError(where + " holds no names, sought " + name);
        };
    }

    String text() {
        return String.valueOf(value);
    }

    int number() {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new AssertionError(where + " must be a number, was " + value);
    }

    Map<String, Tree> entries() {
        Map<String, Tree> entries = new LinkedHashMap<>();
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                map.forEach((name, below) -> entries.put(String.valueOf(name), new Tree(where + " " + name, below)));
            case List<?> list when list.size() == 1 -> entries.putAll(new Tree(where, list.getFirst()).entries());
            default -> throw new AssertionError(where + " must hold names, holds " + value);
        }
        return entries;
    }

    List<Tree> list() {
        List<Tree> trees = new ArrayList<>();
        switch (value) {
            case null -> {}
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    trees.add(new Tree(where + " #" + i, list.get(i)));
                }
            }
            default -> throw new AssertionError(where + " must be a list, is " + value);
        }
        return trees;
    }

    /// Words of a list.
    List<String> texts() {
        return list().stream().map(Tree::text).toList();
    }
}
