package io.osusume.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The work of the prepare stage in SQL, for comparison: three columns, users with enough rows, dense ids, scaled
/// ratings, a split, Parquet. It checks no row, drops no duplicates and hashes nothing.
final class DuckDbPrepare {
    private DuckDbPrepare() {}

    /// Writes the Parquet file.
    ///
    /// @param ordered by user and item, as the prepare stage does
    /// @return how many rows it has
    static long run(Path ratings, Path parquet, int minRatings, int threads, boolean ordered) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("""
                    CREATE TEMP TABLE ratings AS
                    SELECT user_id, anime_id, rating FROM read_csv('%s', header = true, auto_detect = false, columns = {
                        'user_id': 'INTEGER', 'anime_id': 'INTEGER', 'rating': 'UTINYINT',
                        'watching_status': 'INTEGER', 'watched_episodes': 'INTEGER'})""".formatted(ratings));
            statement.execute("""
                    CREATE TEMP TABLE users AS
                    SELECT user_id, (row_number() OVER (ORDER BY user_id) - 1)::INTEGER AS user,
                        (hash(user_id) %% 10)::UTINYINT AS part
                    FROM (SELECT user_id FROM ratings GROUP BY user_id HAVING count(*) >= %d)""".formatted(minRatings));
            statement.execute("""
                    CREATE TEMP TABLE items AS
                    SELECT anime_id, (row_number() OVER (ORDER BY anime_id) - 1)::INTEGER AS item
                    FROM (SELECT DISTINCT anime_id FROM ratings SEMI JOIN users USING (user_id))""");
            statement.execute("""
                    COPY (SELECT user, item,
                            CASE WHEN rating = 0 THEN NULL ELSE ((rating - 1) / 9)::FLOAT END AS rating, part
                        FROM ratings JOIN users USING (user_id) JOIN items USING (anime_id) %s)
                    TO '%s' (FORMAT parquet)""".formatted(ordered ? "ORDER BY user, item" : "", parquet));
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
