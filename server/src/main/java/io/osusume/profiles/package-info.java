/// What fans keep here without an account, under a random token, and the API keys of other programs: SQLite or
/// PostgreSQL.
/// Start at [ProfileStore]; [Database] opens what it is stored in. It must not know a model, a catalogue or HTTP.
@NullMarked
package io.osusume.profiles;

import org.jspecify.annotations.NullMarked;
