package io.osusume.gate;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the log for each request: how it was asked, the template of its path, the status, how
/// long it took and which model served. Nothing of what was asked is in it.
///
/// @param lines which requests get one
/// @param model the id of the model that is served, empty for none
record AccessLog(RequestLines lines, Supplier<String> model) {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    void write(String method, String route, int status, long nanos) {
        boolean wanted = switch (lines) {
            case ALL -> true;
            case FAILED -> status >= 400;
            case NONE -> false;
        };
        if (wanted) {
            LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", status)
                    .addKeyValue("ms", Math.round(nanos / 1e4) / 100.0)
                    .addKeyValue("model", model.get())
                    .log("answered");
        }
    }
}
