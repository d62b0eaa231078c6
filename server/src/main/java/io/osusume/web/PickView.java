package io.osusume.web;

/// One picked title in the form.
///
/// @param known false if the model has never seen it, so that it cannot count
/// @param rating 0 (not scored) to 10
record PickView(long itemId, String name, boolean known, int rating) {
    /// What the option for a score stands for in the page's address.
    String value(int option) {
        return Picks.value(itemId, option);
    }
}
