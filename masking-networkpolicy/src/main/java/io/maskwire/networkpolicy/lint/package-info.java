/** Finds the usual mistakes in policies that people write by hand. */
@NullMarked
package io.maskwire.networkpolicy.lint;

import org.jspecify.annotations.NullMarked;
