/**
 * Reads Kubernetes manifests, from files or as exported from a cluster, as strictly as the API server: policies,
 * namespaces, Services and workloads, each with its place.
 */
@NullMarked
package io.maskwire.networkpolicy.manifest;

import org.jspecify.annotations.NullMarked;
