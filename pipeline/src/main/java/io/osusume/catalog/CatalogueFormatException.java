package io.osusume.catalog;

/// A catalogue file cannot be used: file, line, column, what was found and what was expected.
public final class CatalogueFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CatalogueFormatException(String message) {
        super(message);
    }

    public CatalogueFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
