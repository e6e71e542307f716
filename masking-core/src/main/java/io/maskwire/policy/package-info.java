/** The words everybody uses: policy, mask, audience, field path and the annotations. Knows nothing of keys or JSON. */
@NullMarked
package io.maskwire.policy;

import org.jspecify.annotations.NullMarked;
