/** The way back from masked values to originals, for somebody, for a reason, and not without a record of it. */
@NullMarked
package io.maskwire.reveal;

import org.jspecify.annotations.NullMarked;
