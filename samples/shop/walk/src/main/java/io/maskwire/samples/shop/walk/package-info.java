/** The driver of the shop: starts the three services, asks them as different callers and shows what left them. */
@NullMarked
package io.maskwire.samples.shop.walk;

import org.jspecify.annotations.NullMarked;
