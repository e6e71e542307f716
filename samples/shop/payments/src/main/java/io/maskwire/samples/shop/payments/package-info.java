/** The shop's service {@code payments}. */
@NullMarked
package io.maskwire.samples.shop.payments;

import org.jspecify.annotations.NullMarked;
