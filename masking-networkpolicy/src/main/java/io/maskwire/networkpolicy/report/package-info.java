/** Tells findings: as text, JSON, Markdown and SARIF. */
@NullMarked
package io.maskwire.networkpolicy.report;

import org.jspecify.annotations.NullMarked;
