package io.osusume.assistant;

/// A part of an answer that may reach the page.
public sealed interface Piece {
    /// Words as they are, which a page has to escape.
    record Words(String text) implements Piece {}

    /// A title, whose name the server fills in.
    record TitleMark(long itemId) implements Piece {}
}
