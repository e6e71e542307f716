/** The one declaration of a service, {@code maskwire.yml}: its policy, ports and edges, and the one parser for it. */
@NullMarked
package io.maskwire.declaration;

import org.jspecify.annotations.NullMarked;
