/** What the Kubernetes API takes for names, labels, ports and address blocks, and how messages show names. */
@NullMarked
package io.maskwire.networkpolicy.api;

import org.jspecify.annotations.NullMarked;
