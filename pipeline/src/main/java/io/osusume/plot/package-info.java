/// Plots as SVG and numbers as text, for reports and pages: each plot has a title and a description for readers who
/// cannot see it, its colours are classes of a style sheet. Start at [io.osusume.plot.BarPlot] or
/// [io.osusume.plot.LinePlot], then [io.osusume.plot.Drawing]. It must not know where figures come from.
@NullMarked
package io.osusume.plot;

import org.jspecify.annotations.NullMarked;
