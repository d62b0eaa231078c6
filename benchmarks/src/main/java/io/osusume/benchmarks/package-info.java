/// Benchmarks of kernels and of whole stages, beside their peers. It must not be needed by anything else.
@NullMarked
package io.osusume.benchmarks;

import org.jspecify.annotations.NullMarked;
