package io.osusume.web;

import org.jspecify.annotations.Nullable;

/// What the forms need with which a fan says something to a title.
///
/// @param query what they carry along
/// @param formToken proves that they are ours, empty for somebody new
record Feedback(String query, String formToken) {
    /// Null where the server keeps no lists, or the titles of the address are not those of the fan who is known here.
    static @Nullable Feedback of(Site site, Visit visit) {
        boolean others = visit.stored().isPresent() && !visit.controls().picks().isEmpty();
        return site.services().profiles().isEmpty() || others
                ? null
                : new Feedback(
                        visit.controls().query(),
                        visit.stored().map(StoredFan::formToken).orElse(""));
    }
}
