/** Drafts a declaration from what an application is configured with and from rendered manifests. */
@NullMarked
package io.maskwire.cli.draft;

import org.jspecify.annotations.NullMarked;
