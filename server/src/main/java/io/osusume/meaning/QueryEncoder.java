package io.osusume.meaning;

import io.osusume.data.Lazy;
import io.osusume.encoder.EncoderException;
import io.osusume.encoder.MiniLm;
import io.osusume.encoder.TextEncoder;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder of queries, read when somebody first describes what is sought, and then kept: one for
/// a program. Where it does not run, searches go on with words alone. Safe for use by many threads.
public final class QueryEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(QueryEncoder.class);

    /// Longer queries are cut: encoding time grows with length.
    private static final int LONGEST = 300;

    private final Lazy<Optional<TextEncoder>> encoder;

    /// The encoder inside the program.
    public QueryEncoder() {
        this(MiniLm::new);
    }

    QueryEncoder(Supplier<TextEncoder> encoder) {
        this.encoder = new Lazy<>(() -> open(encoder));
    }

    private static Optional<TextEncoder> open(Supplier<TextEncoder> encoder) {
        try {
            return Optional.of(encoder.get());
        } catch (EncoderException cannot) {
            LOG.warn("descriptions are searched by their words alone: {}", cannot.getMessage());
            return Optional.empty();
        }
    }

    /// The query as a vector of length 1; empty if the encoder does not run, or is not the one asked
    /// for.
    ///
    /// @param name of the encoder
    Optional<float[]> encode(String query, String name) {
        return encoder.get().filter(each -> each.name().equals(name)).map(each -> {
            float[] vector = each.encode(query.length() > LONGEST ? query.substring(0, LONGEST) : query);
            double squares = 0;
            for (float number : vector) {
                squares += number * number;
            }
            float length = (float) Math.sqrt(squares);
            for (int k = 0; k < vector.length && length > 0; k++) {
                vector[k] /= length;
            }
            return vector;
        });
    }
}
