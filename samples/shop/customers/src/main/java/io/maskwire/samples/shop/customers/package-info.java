/** The shop's service {@code customers}. */
@NullMarked
package io.maskwire.samples.shop.customers;

import org.jspecify.annotations.NullMarked;
