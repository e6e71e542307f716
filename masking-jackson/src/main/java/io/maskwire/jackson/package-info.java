/** The policy applied while Jackson writes. {@link io.maskwire.jackson.MaskingModule} is the door. */
@NullMarked
package io.maskwire.jackson;

import org.jspecify.annotations.NullMarked;
