/// Language models behind an interface like OpenAI's Chat Completions, of OpenAI itself or of a
/// compatible server. Start at [io.osusume.openai.OpenAiModel]. It must not know what a conversation is
/// about, or who talks.
@NullMarked
package io.osusume.openai;

import org.jspecify.annotations.NullMarked;
