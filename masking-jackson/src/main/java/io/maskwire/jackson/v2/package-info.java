/** How masking hooks into Jackson 2. Only {@link io.maskwire.jackson.v2.Jackson2} is for others to call. */
@NullMarked
package io.maskwire.jackson.v2;

import org.jspecify.annotations.NullMarked;
