/**
 * The door to Maskwire: how a program masks a value, a JSON document or a text for one audience.
 *
 * <p>Everything in this package is immutable and safe for use by any number of threads.
 */
@NullMarked
package io.maskwire;

import org.jspecify.annotations.NullMarked;
