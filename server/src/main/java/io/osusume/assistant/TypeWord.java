package io.osusume.assistant;

import io.osusume.data.TitleType;

/// The types a fan can choose.
enum TypeWord {
    TV(TitleType.TV),
    MOVIE(TitleType.MOVIE),
    OVA(TitleType.OVA),
    ONA(TitleType.ONA),
    SPECIAL(TitleType.SPECIAL),
    MUSIC(TitleType.MUSIC);

    private final TitleType type;

    TypeWord(TitleType type) {
        this.type = type;
    }

    TitleType type() {
        return type;
    }
}
