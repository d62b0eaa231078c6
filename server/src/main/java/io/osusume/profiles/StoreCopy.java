package io.osusume.profiles;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Copies everything from one database into another, empty one: from SQLite to PostgreSQL, back, or into a file as a
/// backup. The source is read as of one moment; the target's rows are read again and compared by count and hash before
/// they are committed, so that a copy is whole or not there.
public final class StoreCopy {
    private static final int BATCH = 1_000;

    private static final List<Table> TABLES = List.of(
            new Table("profile", List.of("id", "token_hash", "created", "used_day", "version")),
            new Table("profile_title", List.of("profile_id", "kind", "item_id", "status", "score", "changed")),
            new Table("profile_setting", List.of("profile_id", "name", "value")),
            new Table(
                    "profile_change",
                    List.of("profile_id", "id", "made", "action", "undoes", "undone", "part_count", "parts")),
            new Table("profile_turn", List.of("profile_id", "id", "turn")),
            new Table(
                    "api_key",
                    List.of("id", "secret_hash", "name", "scopes", "created", "expires", "last_used", "revoked")),
            new Table("chat_spent", List.of("day", "nano")),
            new Table("chat_answers", List.of("day", "who", "answers")));

    private StoreCopy() {}

    /// The tables that are copied, by name.
    static List<String> tables() {
        return TABLES.stream().map(Table::name).toList();
    }

    /// The columns that are copied of a table.
    static List<String> columns(String table) {
        return TABLES.stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow()
                .columns();
    }

    /// Copies all rows.
    ///
    /// @return what the target holds now
    /// @throws CopyException if the target is not empty, or does not give back what was written
    public static StoreCounts copy(Database source, Database target) {
        source.snapshot(from -> target.write(to -> {
            TABLES.forEach(table -> refuseUnlessEmpty(table, to, target));
            for (Table table : TABLES) {
                Fingerprint written = copy(table, from, to);
                Fingerprint there = fingerprint(table, to);
                if (!written.equals(there)) {
                    throw new CopyException("the copy of table " + table.name() + " in " + target.address()
                            + " is not what was read: expected " + written + ", found " + there
                            + "; nothing was kept, run it again");
                }
            }
            target.engine().afterCopying(to);
            return TABLES.size();
        }));
        return target.counts();
    }

    private static void refuseUnlessEmpty(Table table, Handle to, Database target) {
        boolean empty = to.createQuery("SELECT 1 FROM " + table.name() + " LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
        if (!empty) {
            throw new CopyException("the target of a copy must be empty, and " + target.address()
                    + " holds rows in table " + table.name() + "; name another database");
        }
    }

    private static Fingerprint copy(Table table, Handle from, Handle to) {
        Fingerprint total = new Fingerprint();
        try (PreparedBatch batch = to.prepareBatch(table.insert());
                Stream<Row> rows = rows(table, from)) {
            rows.forEach(row -> {
                total.add(row);
                for (int i = 0; i < row.values.length; i++) {
                    batch.bind(i, row.values[i]);
                }
                batch.add();
                if (batch.size() >= BATCH) {
                    batch.execute();
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return total;
    }

    private static Fingerprint fingerprint(Table table, Handle handle) {
        Fingerprint total = new Fingerprint();
        try (Stream<Row> rows = rows(table, handle)) {
            rows.forEach(total::add);
        }
        return total;
    }

    /// The rows of a table, the same whatever the database calls its types.
    private static Stream<Row> rows(Table table, Handle handle) {
        return handle
                .createQuery("SELECT " + String.join(", ", table.columns()) + " FROM " + table.name())
                .setFetchSize(BATCH)
                .map((row, _) -> {
                    @Nullable
                    Object[] values = new @Nullable Object[table.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        Object value = row.getObject(i + 1);
                        values[i] = value instanceof Number number ? (Object) number.longValue() : value;
                    }
                    return new Row(values);
                })
                .stream();
    }

    /// One row: numbers as `Long`, texts, bytes or null.
    private static final class Row {
        private final @Nullable Object[] values;

        Row(@Nullable Object[] values) {
            this.values = values;
        }
    }

    /// A table and its columns in the order of a copy.
    private record Table(String name, List<String> columns) {
        String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                    + IntStream.range(0, columns.size()).mapToObj(_ -> "?").collect(Collectors.joining(", ")) + ")";
        }
    }

    /// How many rows, and the sum of their SHA-256 modulo 2^256, which does not depend on their order.
    private static final class Fingerprint {
        private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

        private long rows;
        private BigInteger sum = BigInteger.ZERO;

        void add(Row row) {
            MessageDigest digest = Secret256.sha256();
            for (Object value : row.values) {
                byte[] bytes = switch (value) {
                    case null -> new byte[0];
                    case Long number ->
                        ByteBuffer.allocate(Long.BYTES).putLong(number).array();
                    case byte[] raw -> raw;
                    default -> value.toString().getBytes(StandardCharsets.UTF_8);
                };
                digest.update((byte) (value == null ? 0 : 1));
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            rows++;
            sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fingerprint that && rows == that.rows && sum.equals(that.sum);
        }

        @Override
        public int hashCode() {
            return sum.hashCode();
        }

        @Override
        public String toString() {
            return rows + " rows with hash " + sum.toString(16);
        }
    }
}
