/** The shop's service {@code orders}. */
@NullMarked
package io.maskwire.samples.shop.orders;

import org.jspecify.annotations.NullMarked;
