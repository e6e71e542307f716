/** For Maskwire's own adapters only: sessions, path rules and events. May change in any release. */
@NullMarked
package io.maskwire.spi;

import org.jspecify.annotations.NullMarked;
