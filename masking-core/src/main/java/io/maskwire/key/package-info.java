/** Secrets and how subkeys come from them. */
@NullMarked
package io.maskwire.key;

import org.jspecify.annotations.NullMarked;
