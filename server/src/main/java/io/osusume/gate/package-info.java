/// What every request passes before the pages and the API, and its answer after them: an id, the line in
/// the log, the client's address behind a proxy, limits on slow clients, and the way out when the server
/// ends. Start at [io.osusume.gate.Gate]. It must not know pages, models or lists.
@NullMarked
package io.osusume.gate;

import org.jspecify.annotations.NullMarked;
