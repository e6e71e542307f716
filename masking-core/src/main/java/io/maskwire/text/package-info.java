/**
 * Finding sensitive values no rule names: numbers that check, addresses, keys, and what stands behind a known name in
 * free text.
 */
@NullMarked
package io.maskwire.text;

import org.jspecify.annotations.NullMarked;
