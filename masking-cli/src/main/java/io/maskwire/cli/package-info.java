/** The command {@code maskwire}: the abilities of the library from a shell. */
@NullMarked
package io.maskwire.cli;

import org.jspecify.annotations.NullMarked;
