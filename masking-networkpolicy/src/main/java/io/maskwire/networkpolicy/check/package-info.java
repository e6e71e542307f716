/** Compares declarations with what lies in files, runs in a cluster, or was declared before: by meaning, not by text. */
@NullMarked
package io.maskwire.networkpolicy.check;

import org.jspecify.annotations.NullMarked;
