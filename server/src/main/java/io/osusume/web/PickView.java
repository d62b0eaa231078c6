package io.osusume.web;

/// One picked title in the form.
///
/// @param known false if the model has never seen it, so that it cannot count
/// @param rating 0 (not scored) to 10
record PickView(long itemId, String name, String lang, boolean known, int rating) {
    static PickView of(Visit visit, long itemId, int rating) {
        boolean known = visit.service().loaded().items().index(itemId).isPresent();
        return visit.service()
                .title(itemId)
                .map(title -> new TitleView(title, visit.controls().names()))
                .map(title -> new PickView(itemId, title.name(), title.lang(), known, rating))
                .orElseGet(() -> new PickView(itemId, "Title " + itemId, "en", known, rating));
    }

    /// What the option for a score stands for in the page's address.
    String value(int option) {
        return Picks.value(itemId, option);
    }
}
