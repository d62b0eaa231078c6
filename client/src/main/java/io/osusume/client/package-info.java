/// A client of the API for Java programs: typed answers, time-outs, bounded retries. Start at
/// [io.osusume.client.OsusumeClient]. It must not know the server's code, nor anything but the JDK and a JSON library.
@NullMarked
package io.osusume.client;

import org.jspecify.annotations.NullMarked;
