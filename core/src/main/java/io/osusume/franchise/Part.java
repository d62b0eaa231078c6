package io.osusume.franchise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What an entry is in its franchise.
public enum Part {
    /// A step of a story: a first season, the next one, a film that goes on with it.
    MAIN,

    /// Beside the story: a side story, a special, an extra episode, a film of a long series, a parody.
    SIDE,

    /// Tells again what another entry showed: a recap, a summary, a compilation film.
    RECAP,

    /// Another cut or a lesser telling of what another entry tells in full. A full retelling is a line of its own,
    /// and its entries are [#MAIN].
    ALTERNATIVE,

    /// A music video, trailer, pilot or advertisement.
    PROMOTION;

    static final List<Part> ALL = List.of(values());

    /// The names of [#ALL]; stored beside numbers that are places in it.
    static String names() {
        return ALL.stream().map(Part::name).collect(Collectors.joining(" "));
    }

    /// The parts of some names as [#names()] gives them.
    static List<Part> named(String names) {
        return Arrays.stream(names.split(" ")).map(Part::valueOf).toList();
    }
}
