/** How masking hooks into Jackson 3. Only {@link io.maskwire.jackson.v3.Jackson3} is for others to call. */
@NullMarked
package io.maskwire.jackson.v3;

import org.jspecify.annotations.NullMarked;
