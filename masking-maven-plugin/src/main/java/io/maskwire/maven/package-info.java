/** The goals {@code generate}, {@code check} and {@code inventory} of Maven builds. */
@NullMarked
package io.maskwire.maven;

import org.jspecify.annotations.NullMarked;
