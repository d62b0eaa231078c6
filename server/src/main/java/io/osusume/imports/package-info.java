/// Lists fetched by user name from the services fans keep them at: AniList, MyAnimeList and Kitsu.
/// Start at [ListSource]; a source speaks one service's protocol, [ServiceClient] does the asking for all of them.
/// It must not know a model, the web pages or who asked.
@NullMarked
package io.osusume.imports;

import org.jspecify.annotations.NullMarked;
