/// The assistant's tools for other programs that speak the Model Context Protocol: ChatGPT, Claude,
/// editors. Start at [io.osusume.mcp.McpDesk]. It must not know profiles, or who is behind a program.
@NullMarked
package io.osusume.mcp;

import org.jspecify.annotations.NullMarked;
