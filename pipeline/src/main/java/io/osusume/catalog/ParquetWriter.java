package io.osusume.catalog;

import io.osusume.data.Relation;
import io.osusume.data.Title;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes Parquet through DuckDB, on one thread: the same rows always give the same bytes.
final class ParquetWriter {
    private ParquetWriter() {}

    static void writeTitles(Path file, List<Title> titles) throws IOException {
        write(file, """
                itemId BIGINT NOT NULL, name VARCHAR NOT NULL, englishName VARCHAR, japaneseName VARCHAR,
                type VARCHAR NOT NULL, episodes INTEGER, airedFrom VARCHAR, airedTo VARCHAR, year INTEGER,
                season VARCHAR, genres VARCHAR[], studios VARCHAR[], source VARCHAR, durationMinutes DOUBLE,
                ageRating VARCHAR NOT NULL, score DOUBLE, members INTEGER, synopsis VARCHAR""", appender -> {
            for (Title title : titles) {
                append(appender, title);
            }
        });
    }

    static void writeRelations(Path file, List<Relation> relations) throws IOException {
        write(file, "\"from\" BIGINT NOT NULL, kind VARCHAR NOT NULL, \"to\" BIGINT NOT NULL", appender -> {
            for (Relation relation : relations) {
                appender.beginRow()
                        .append(relation.from())
                        .append(relation.kind().name())
                        .append(relation.to())
                        .endRow();
            }
        });
    }

    private static void append(DuckDBAppender appender, Title title) throws SQLException {
        appender.beginRow();
        appender.append(title.itemId());
        appender.append(title.name());
        appendText(appender, title.englishName());
        appendText(appender, title.japaneseName());
        appender.append(title.type().name());
        appendKnown(appender, title.episodes());
        appendText(appender, title.airedFrom());
        appendText(appender, title.airedTo());
        appendKnown(appender, title.year());
        appendText(appender, title.season() == null ? null : title.season().name());
        appender.append(title.genres());
        appender.append(title.studios());
        appendText(appender, title.source());
        appendKnown(appender, title.durationMinutes() == 0 ? Double.NaN : title.durationMinutes());
        appender.append(title.ageRating().name());
        appendKnown(appender, title.score());
        appendKnown(appender, title.members());
        appendText(appender, title.synopsis());
        appender.endRow();
    }

    private static void appendText(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    private static void appendKnown(DuckDBAppender appender, int value) throws SQLException {
        if (value == 0) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    private static void appendKnown(DuckDBAppender appender, double value) throws SQLException {
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    private static void write(Path file, String columns, Rows rows) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("CREATE TABLE content (" + columns + ")");
            try (DuckDBAppender appender =
                    database.unwrap(DuckDBConnection.class).createAppender("content")) {
                rows.appendTo(appender);
            }
            String quoted = file.toString().replace("'", "''");
            statement.execute("COPY content TO '" + quoted + "' (FORMAT parquet, COMPRESSION gzip)");
        } catch (SQLException failed) {
            throw new IOException(file + " could not be written: " + failed.getMessage(), failed);
        }
    }

    /// Puts all rows into an appender.
    @FunctionalInterface
    private interface Rows {
        void appendTo(DuckDBAppender appender) throws SQLException;
    }
}
