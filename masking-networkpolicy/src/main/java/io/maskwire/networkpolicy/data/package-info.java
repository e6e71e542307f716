/** What declarations say about data, judged over the whole fleet: who gets to see what, and over which path. */
@NullMarked
package io.maskwire.networkpolicy.data;

import org.jspecify.annotations.NullMarked;
