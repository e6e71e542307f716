/** Benchmarks of what the core doesn't show; in its package, to reach it. */
@NullMarked
package io.maskwire.token;

import org.jspecify.annotations.NullMarked;
