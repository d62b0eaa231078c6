/// The conversation with a fan: tools that answer from the recommender, a language model that calls
/// them, and the checks that let nothing reach the page which no tool said. Start at
/// [io.osusume.assistant.Assistant], then [io.osusume.assistant.Toolbox] and
/// [io.osusume.assistant.GroundedText]. It must not know which language model answers, or that there
/// are web pages.
@NullMarked
package io.osusume.assistant;

import org.jspecify.annotations.NullMarked;
