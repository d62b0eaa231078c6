package io.osusume.imports;

import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.ListException;

/// The refusals all services share, in words for the fan.
///
/// @param service as messages name it
record Refusals(String service) {
    ImportException unknownUser() {
        return new ImportException(
                Reason.UNKNOWN_USER,
                service + " shows no user of this name; check the spelling, or " + ImportException.REMEDY);
    }

    ImportException privateList() {
        return new ImportException(
                Reason.PRIVATE_LIST,
                "this list is private at " + service + "; make it public there for a moment, or "
                        + ImportException.REMEDY);
    }

    ImportException tooLong(ListException tooMany) {
        return new ImportException(
                Reason.TOO_LARGE, tooMany.getMessage() + "; " + ImportException.REMEDY, null, tooMany);
    }
}
