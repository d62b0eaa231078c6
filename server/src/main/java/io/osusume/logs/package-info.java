/// The program's log: lines for people, or JSON for programs, in which nothing of a fan can stand. Start
/// at [io.osusume.logs.Logs]. It must not know what a request is, beside that a line can have the id of
/// one.
@NullMarked
package io.osusume.logs;

import org.jspecify.annotations.NullMarked;
