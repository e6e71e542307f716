/**
 * Who can reach whom by the policies of a cluster, judged by the exact semantics of {@code networking.k8s.io/v1} from
 * manifests alone.
 */
@NullMarked
package io.maskwire.networkpolicy.cluster;

import org.jspecify.annotations.NullMarked;
