/**
 * What holds where, while a document is written: what the hooks into both versions of Jackson share. Nothing here is for
 * applications to call.
 */
@NullMarked
package io.maskwire.jackson.scope;

import org.jspecify.annotations.NullMarked;
