package io.osusume.web;

import java.util.List;
import java.util.stream.Stream;

/// What every page needs beside its content.
///
/// @param files the addresses of style and script
/// @param simulatedUsers whether the model learnt from simulated users, which the page then says
/// @param query what links to other pages carry along: the picks and settings of this one
/// @param here the path of this page's place in the navigation
/// @param problems what of the address does not count, for the fan
/// @param kept whether the fan's list is kept here
public record Frame(
        StaticFiles files, boolean simulatedUsers, String query, String here, List<String> problems, boolean kept) {
    /// A place of the navigation.
    public record Place(String path, String name) {}

    private static final List<Place> PLACES = List.of(
            new Place("/recommendations", "For you"),
            new Place("/chat", "Chat"),
            new Place("/taste", "Your taste"),
            new Place("/map", "Map"),
            new Place("/search", "Search"),
            new Place("/model", "Model"));

    public Frame {
        problems = List.copyOf(problems);
    }

    /// The navigation.
    public List<Place> places() {
        return kept
                ? Stream.concat(PLACES.stream(), Stream.of(new Place("/data", "Your data")))
                        .toList()
                : PLACES;
    }
}
