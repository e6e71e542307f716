/** Same value, same pseudonym: the keyed text forms and how they are recognised. */
@NullMarked
package io.maskwire.token;

import org.jspecify.annotations.NullMarked;
