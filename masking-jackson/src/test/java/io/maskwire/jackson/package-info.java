@NullMarked
package io.maskwire.jackson;

import org.jspecify.annotations.NullMarked;
