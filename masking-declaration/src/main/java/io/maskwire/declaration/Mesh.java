package io.maskwire.declaration;

/** The service mesh that pods are in. */
public enum Mesh {
    NONE,
    /** Istio with a proxy in each pod. */
    ISTIO_SIDECAR,
    /** Istio with a proxy on each node, which tunnels connections to one port of the pod. */
    ISTIO_AMBIENT
}
