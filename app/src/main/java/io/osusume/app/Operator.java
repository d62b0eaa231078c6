package io.osusume.app;

import io.osusume.registry.AliasChange.Because;
import java.time.Instant;

/// Who moves an alias, for the registry's history: the user of this computer who runs the command.
final class Operator {
    private Operator() {}

    /// A move of this moment that no gate was overruled for.
    static Because because(String why) {
        return new Because(Instant.now(), name(), why, false);
    }

    /// A move of this moment against the gate's word, or without asking it.
    static Because forced(String why) {
        return new Because(Instant.now(), name(), why, true);
    }

    /// The user's name, empty where the system knows none.
    static String name() {
        return System.getProperty("user.name", "");
    }
}
