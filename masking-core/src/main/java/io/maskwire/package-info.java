/** The door: {@link io.maskwire.Masking} joins a policy with keys and is what applications hold. */
@NullMarked
package io.maskwire;

import org.jspecify.annotations.NullMarked;
