/// Evaluations as people and programs read them: JSON with a stable form, a table for terminals,
/// one HTML page. Start at [EvaluationReport]. It must not know how models are trained or how
/// metrics are computed.
@NullMarked
package io.osusume.report;

import org.jspecify.annotations.NullMarked;
