package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything on a title's page.
///
/// @param synopsis its paragraphs, none if there is none
/// @param franchise its parts in the order in which they are watched, none for a title that is alone
/// @param whyNot null without a list, or where the model cannot serve lists
/// @param expected what the fan would probably give it, null where the list has it or that is not known
/// @param audience who has it, null where the model version does not tell
/// @param mapAddress where it stands on the map, null if it does not
/// @param addAddress where it is put on the picks, null if it is there
/// @param query what links to titles carry along
/// @param feedback what the forms need, null where nothing is kept or the title is on the list
/// @param notice what the step before did, null if there was none
record TitlePageView(
        TitleView title,
        List<Fact> facts,
        List<String> synopsis,
        List<Part> franchise,
        List<Similar> similar,
        @Nullable WhyNotView whyNot,
        @Nullable ExpectedView expected,
        @Nullable AudienceView audience,
        @Nullable String mapAddress,
        @Nullable String addAddress,
        String query,
        @Nullable Feedback feedback,
        @Nullable Notice notice) {
    /// A line of the facts.
    record Fact(String name, String text) {}

    /// A part of the franchise.
    ///
    /// @param label what it is, such as `Season 2`; empty if that says nothing
    /// @param beside whether it is no step of the story
    /// @param here whether it is the title of this page
    /// @param seen whether the fan's list has it
    record Part(TitleView title, String label, boolean beside, boolean here, boolean seen) {}

    /// A similar title.
    ///
    /// @param shared what both have, in words; empty if nothing known
    record Similar(TitleView title, String shared, boolean seen) {}
}
