/** What the annotations of a class say about its members. Knows reflection and {@code policy}, and no JSON library. */
@NullMarked
package io.maskwire.scan;

import org.jspecify.annotations.NullMarked;
