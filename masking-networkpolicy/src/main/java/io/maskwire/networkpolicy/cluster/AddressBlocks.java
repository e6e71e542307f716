package io.maskwire.networkpolicy.cluster;

/**
 * Whether an {@code ipBlock} is taken to match a pod that has an address in it. The API leaves that open, and network
 * plugins differ.
 */
public enum AddressBlocks {
    /**
     * It matches pods whose address the manifests tell, as running pods in an export do: the reading that overlooks no
     * open path.
     */
    PODS_TOO,
    /** It never matches a pod, as with Cilium. */
    OUTSIDE_ONLY
}
