package io.osusume.card;

import java.util.List;

/// A part of a card under one heading.
record CardSection(String title, List<CardPart> parts) {
    CardSection {
        parts = List.copyOf(parts);
    }
}
