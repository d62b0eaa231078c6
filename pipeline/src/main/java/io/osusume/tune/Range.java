package io.osusume.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Which values a search may give to one setting.
public sealed interface Range {
    /// The setting's public key, such as `edlae.dropout`.
    String key();

    /// A random value as it would stand in the settings file.
    String draw(SplittableRandom random);

    /// The range in words, for the log.
    String words();

    /// Numbers from `low` to `high`, both included, rounded to three digits: finer ones are noise.
    record Real(String key, double low, double high, Scale scale) implements Range {
        private static final MathContext DIGITS = new MathContext(3);

        /// @throws IllegalArgumentException if the range does not ascend, or is logarithmic and begins at 0
        public Real {
            scale.check(key, low, high);
        }

        @Override
        public String draw(SplittableRandom random) {
            BigDecimal drawn =
                    BigDecimal.valueOf(scale.at(random.nextDouble(), low, high)).round(DIGITS);
            return plain(drawn.max(BigDecimal.valueOf(low)).min(BigDecimal.valueOf(high)));
        }

        @Override
        public String words() {
            return plain(BigDecimal.valueOf(low)) + " to " + plain(BigDecimal.valueOf(high)) + scale.words();
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /// Whole numbers from `low` to `high`, both included.
    record Whole(String key, int low, int high, Scale scale) implements Range {
        /// @throws IllegalArgumentException if the range does not ascend, or is logarithmic and begins at 0
        public Whole {
            scale.check(key, low, high);
        }

        @Override
        public String draw(SplittableRandom random) {
            double drawn = Math.floor(scale.at(random.nextDouble(), low, high + 1.0));
            return Integer.toString((int) Math.clamp(drawn, low, high));
        }

        @Override
        public String words() {
            return low + " to " + high + scale.words() + ", whole";
        }
    }

    /// One of some words, each as likely.
    record OneOf(String key, List<String> choices) implements Range {
        private static final Pattern WORD = Pattern.compile("[^\\s,\"]+");

        /// @throws IllegalArgumentException if there are fewer than two, or one would not fit into a cell of a table
        public OneOf {
            choices = List.copyOf(choices);
            if (choices.size() < 2
                    || !choices.stream().allMatch(word -> WORD.matcher(word).matches())) {
                throw new IllegalArgumentException(
                        key + " needs two words or more without blanks, commas and quotes, were " + choices);
            }
        }

        @Override
        public String draw(SplittableRandom random) {
            return choices.get(random.nextInt(choices.size()));
        }

        @Override
        public String words() {
            return "one of " + String.join(" ", choices);
        }
    }
}
