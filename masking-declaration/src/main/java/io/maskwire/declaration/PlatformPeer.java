package io.maskwire.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the platform that services talk to or hear from, such as DNS, metrics or the ingress gateway.
 *
 * @param pods its pods; may be empty if it has addresses
 * @param cidrs addresses it has instead of pods, or beside them, such as those of nodes
 * @param ports the ports it serves, for peers that are called; sorted
 * @param protocol the transport protocol of these ports; DNS has TCP and UDP whatever this says
 * @param nodeLocal the address of a cache on each node, for DNS only
 * @param inMesh whether its pods are in the mesh
 * @param place where it was declared; for a default, the beginning of the fleet document
 */
public record PlatformPeer(
        List<Pods> pods,
        List<String> cidrs,
        List<Integer> ports,
        Protocol protocol,
        Optional<String> nodeLocal,
        boolean inMesh,
        Place place) {

    /** The name of the peer every fleet has. */
    public static final String DNS = "dns";

    /** The name of the peer that asks whether pods are well: the nodes, or nobody a policy has to know. */
    public static final String PROBES = "probes";

    /** The name of the peer that is the cluster's API server, for plugins that know it by a word of their own. */
    public static final String API_SERVER = "api-server";

    /** The name of the peer that a mesh's sidecars show their figures to. */
    public static final String METRICS = "metrics";

    /** The name of the control plane that sidecars call. */
    public static final String ISTIOD = "istiod";

    /** The address that probes of an ambient mesh come from. */
    static final String AMBIENT_PROBES = "169.254.7.127/32";

    private static final int DNS_PORT = 53;
    private static final int ISTIOD_PORT = 15_012;

    /**
     * Pods by their labels.
     *
     * @param namespace their namespace
     * @param selector their labels, sorted, at least one
     */
    public record Pods(String namespace, Map<String, String> selector) {}

    /** Copies the lists. */
    public PlatformPeer {
        pods = List.copyOf(pods);
        cidrs = List.copyOf(cidrs);
        ports = List.copyOf(ports);
    }

    /** Pods of one namespace that connect and aren't called. */
    public static PlatformPeer of(String namespace, Map<String, String> selector, Place place) {
        return new PlatformPeer(
                List.of(new Pods(namespace, selector)),
                List.of(),
                List.of(),
                Protocol.TCP,
                Optional.empty(),
                false,
                place);
    }

    /** Kubernetes' own DNS: pods with {@code k8s-app: kube-dns} in {@code kube-system}. */
    public static PlatformPeer kubeDns(Place place) {
        return of("kube-system", SelectorReader.single("k8s-app", "kube-dns"), place)
                .withPorts(List.of(DNS_PORT));
    }

    /** Istio's control plane as its own charts install it. */
    static PlatformPeer istiod(Place place) {
        return of("istio-system", SelectorReader.single("app", "istiod"), place).withPorts(List.of(ISTIOD_PORT));
    }

    /** Nodes by their addresses; none where no policy has to know them. */
    static PlatformPeer probes(List<String> cidrs, Place place) {
        return new PlatformPeer(List.of(), cidrs, List.of(), Protocol.TCP, Optional.empty(), false, place);
    }

    PlatformPeer withPorts(List<Integer> served) {
        return new PlatformPeer(pods, cidrs, served, protocol, nodeLocal, inMesh, place);
    }
}
