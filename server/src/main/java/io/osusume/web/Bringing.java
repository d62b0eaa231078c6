package io.osusume.web;

import io.osusume.imports.ImportException;
import io.osusume.imports.ListSource;
import io.osusume.lists.FanList;
import io.osusume.lists.ListException;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.util.Locale;

/// Brings a list here and tells the telemetry how that went, whether a page or a program asked.
record Bringing(Telemetry telemetry, PageServices services) {
    /// A way a list comes.
    @FunctionalInterface
    interface Way {
        FanList list() throws IOException;
    }

    /// A list from a file.
    FanList file(Way way) throws IOException {
        return watched("file", way);
    }

    /// A list by user name.
    ///
    /// @param service its name
    /// @throws RequestException with status 400 if there is no such service
    FanList fetched(String service, String user) throws IOException {
        String known = services.named(service).map(ListSource::name).orElse("unknown");
        return watched(known, () -> services.source(service).fetch(user));
    }

    private FanList watched(String service, Way way) throws IOException {
        Running running = telemetry.begins(new Work.ListImport(service));
        Outcome outcome = new Outcome.Failed("error");
        try {
            FanList list = way.list();
            outcome = Outcome.DONE;
            return list;
        } catch (ImportException refused) {
            outcome = new Outcome.Failed(refused.reason().name().toLowerCase(Locale.ROOT));
            throw refused;
        } catch (ListException | RequestException unreadable) {
            outcome = new Outcome.Failed("unreadable");
            throw unreadable;
        } finally {
            running.ended(outcome);
        }
    }
}
