/** Masking JSON as it streams by: strict, without a tree, and closed at the first thing that is no JSON. */
@NullMarked
package io.maskwire.json;

import org.jspecify.annotations.NullMarked;
