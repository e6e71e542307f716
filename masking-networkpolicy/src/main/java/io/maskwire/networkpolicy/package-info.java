/** Compiles the declarations of a fleet into Kubernetes NetworkPolicies: fleet, plan, text, folder. */
@NullMarked
package io.maskwire.networkpolicy;

import org.jspecify.annotations.NullMarked;
