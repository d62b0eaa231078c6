package io.osusume.app.settings;

import io.osusume.gate.TrustedProxies;
import io.osusume.profiles.DatabaseSettings;
import java.math.BigDecimal;
import java.util.List;

/// Which values a setting may have.
sealed interface Allowed {
    /// The range in words, to follow "must be".
    String words();

    /// True if the text is a value in range.
    boolean accepts(String text);

    /// How a value that is not accepted is shown.
    default String shown(String text) {
        return "'" + text + "'";
    }

    /// Whole numbers from `low` to `high`, or a word instead.
    record Whole(long low, long high, String orWord) implements Allowed {
        @Override
        public String words() {
            return "a whole number in [" + low + ", " + high + "]" + (orWord.isEmpty() ? "" : " or " + orWord);
        }

        @Override
        public boolean accepts(String text) {
            if (!orWord.isEmpty() && text.equals(orWord)) {
                return true;
            }
            try {
                long number = Long.parseLong(text);
                return number >= low && number <= high;
            } catch (NumberFormatException notWhole) {
                return false;
            }
        }
    }

    /// Numbers from `low` to `high`.
    record Real(String low, String high) implements Allowed {
        @Override
        public String words() {
            return "a number in [" + low + ", " + high + "]";
        }

        @Override
        public boolean accepts(String text) {
            try {
                BigDecimal number = new BigDecimal(text);
                return number.compareTo(new BigDecimal(low)) >= 0 && number.compareTo(new BigDecimal(high)) <= 0;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
    }

    /// One of some words.
    record OneOf(List<String> choices) implements Allowed {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", choices);
        }

        @Override
        public boolean accepts(String text) {
            return choices.contains(text);
        }
    }

    /// One or more of some words, separated by commas.
    record SomeOf(List<String> choices) implements Allowed {
        public SomeOf {
            choices = List.copyOf(choices);
        }

        @Override
        public String words() {
            return "one or more of " + String.join(", ", choices) + ", separated by commas";
        }

        @Override
        public boolean accepts(String text) {
            List<String> words = List.of(text.split(",", -1));
            return words.stream().map(String::strip).allMatch(choices::contains);
        }
    }

    /// Web sites, separated by commas, `*` for all, or `none`.
    record Origins() implements Allowed {
        @Override
        public String words() {
            return "one or more origins such as https://example.org, separated by commas, or *, or none";
        }

        @Override
        public boolean accepts(String text) {
            return text.equals("none")
                    || text.equals("*")
                    || text.matches("https?://[^/\\s,]+(\\s*,\\s*https?://[^/\\s,]+)*");
        }
    }

    /// Ranges of addresses, separated by commas, or `none`.
    record AddressRanges() implements Allowed {
        @Override
        public String words() {
            return "one or more ranges of addresses such as 10.0.0.0/8 or ::1, separated by commas, or none";
        }

        @Override
        public boolean accepts(String text) {
            if (text.equals("none")) {
                return true;
            }
            try {
                TrustedProxies.of(List.of(text.split(",", -1)));
                return true;
            } catch (IllegalArgumentException noRange) {
                return false;
            }
        }
    }

    /// Where traces go, or `none`: a collector stands beside the server more often than not, so that it need not be
    /// encrypted.
    record Collector() implements Allowed {
        @Override
        public String words() {
            return "the whole address of a collector such as http://localhost:4318/v1/traces, or none";
        }

        @Override
        public boolean accepts(String text) {
            return text.equals("none")
                    || text.matches("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");
        }
    }

    /// A server that tracks experiments, or `none`: it stands inside a closed network more often than not, so that it
    /// need
    /// not be encrypted. A user or password in it is an error, since settings are shown.
    record TrackingServer() implements Allowed {
        @Override
        public String words() {
            return "http(s)://host:port/path without a slash at its end, a user or a password, or none";
        }

        @Override
        public boolean accepts(String text) {
            return text.equals("none")
                    || text.matches("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*");
        }

        @Override
        public String shown(String text) {
            return text.contains("@") ? "(not shown: it may hold a password)" : "'" + text + "'";
        }
    }

    /// The address of a service: encrypted, or of this computer.
    record Address() implements Allowed {
        @Override
        public String words() {
            return "https://host/path without a slash at its end (http:// only to this computer)";
        }

        @Override
        public boolean accepts(String text) {
            return text.matches("(https://[A-Za-z0-9.-]+|https?://(localhost|127\\.0\\.0\\.1|\\[::1]))"
                    + "(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*");
        }
    }

    /// Any text that is not blank.
    record Text(String what) implements Allowed {
        @Override
        public String words() {
            return what;
        }

        @Override
        public boolean accepts(String text) {
            return !text.isBlank();
        }
    }

    /// The path of a file, or the address of a PostgreSQL database without a user or password in it, since settings are
    /// shown.
    record DatabaseAddress() implements Allowed {
        @Override
        public String words() {
            return "the path of a file, or jdbc:postgresql://HOST:PORT/NAME without a user or password";
        }

        @Override
        public boolean accepts(String text) {
            return !text.isBlank()
                    && !DatabaseSettings.holdsSecret(text)
                    && (!text.startsWith("jdbc:") || text.startsWith("jdbc:postgresql:"));
        }

        @Override
        public String shown(String text) {
            return DatabaseSettings.holdsSecret(text) ? "(not shown: it may hold a password)" : "'" + text + "'";
        }
    }
}
