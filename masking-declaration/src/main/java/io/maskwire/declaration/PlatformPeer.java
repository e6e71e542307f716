package io.maskwire.declaration;

import java.util.Map;
import java.util.Optional;

/**
 * A part of the platform that services talk to or hear from, such as DNS, metrics or the ingress gateway.
 *
 * @param namespace the namespace of its pods
 * @param selector the labels of its pods, sorted, at least one
 * @param nodeLocal the address of a cache on each node, for DNS only
 * @param place where it was declared; for a default, the beginning of the fleet document
 */
public record PlatformPeer(String namespace, Map<String, String> selector, Optional<String> nodeLocal, Place place) {

    /** The name of the peer every fleet has. */
    public static final String DNS = "dns";

    /** Kubernetes' own DNS: pods with {@code k8s-app: kube-dns} in {@code kube-system}. */
    public static PlatformPeer kubeDns(Place place) {
        return new PlatformPeer("kube-system", SelectorReader.single("k8s-app", "kube-dns"), Optional.empty(), place);
    }
}
