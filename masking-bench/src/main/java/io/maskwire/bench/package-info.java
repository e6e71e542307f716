/** Benchmarks: each group holds us, the peers and the floor, reported as ratios of one run. */
@NullMarked
package io.maskwire.bench;

import org.jspecify.annotations.NullMarked;
