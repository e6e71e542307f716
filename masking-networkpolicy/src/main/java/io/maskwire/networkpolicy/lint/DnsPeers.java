package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who could answer for names: the pods of DNS, or a cache in the network of each node. */
final class DnsPeers {

    static final String LABEL = "k8s-app";
    static final String NODE_LOCAL = "node-local-dns";

    private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";
    private static final String OPENSHIFT = "openshift-dns";
    private static final Set<String> NAMESPACES = Set.of("kube-system", OPENSHIFT);
    private static final Cidr USUAL_CACHE = Cidr.single("169.254.20.10").orElseThrow();
    private static final Cidr LINK_LOCAL = Cidr.parse("169.254.0.0/16").orElseThrow();

    private final NetworkPolicy policy;
    private final Surroundings around;

    DnsPeers(NetworkPolicy policy, Surroundings around) {
        this.policy = policy;
        this.around = around;
    }

    static boolean isOfOpenShift(PolicyPeer.Pods pods) {
        return namespace(pods).filter(OPENSHIFT::equals).isPresent();
    }

    private static Optional<String> namespace(PolicyPeer.Pods pods) {
        return pods.namespaces()
                .flatMap(selector -> Optional.ofNullable(selector.matchLabels().get(NAMESPACE_LABEL)));
    }

    static boolean hasAddresses(PolicyRule rule) {
        return rule.peers().orElse(List.of()).stream().anyMatch(PolicyPeer.Addresses.class::isInstance);
    }

    /** Whether DNS may be among the peers of a rule that doesn't name its port. */
    boolean couldBe(PolicyRule rule) {
        return rule.isForEverybody() || rule.peers().orElse(List.of()).stream().anyMatch(this::couldBe);
    }

    private boolean couldBe(PolicyPeer peer) {
        if (peer instanceof PolicyPeer.Addresses addresses) {
            boolean meant = around.nodeLocalDns().isPresent()
                    || LINK_LOCAL.equals(addresses.block())
                    || LINK_LOCAL.isWiderThan(addresses.block());
            return meant && addresses.holds(USUAL_CACHE);
        }
        PolicyPeer.Pods pods = (PolicyPeer.Pods) peer;
        return pods.namespaces().isEmpty()
                ? NAMESPACES.contains(policy.metadata().name().namespace())
                : namespace(pods).map(NAMESPACES::contains).orElse(true);
    }

    /** Whether a peer is pods in the node's network, by what the manifests say or by the label of the usual cache. */
    boolean isOnTheNode(PolicyPeer peer) {
        if (!(peer instanceof PolicyPeer.Pods pods)) {
            return false;
        }
        boolean labelled = pods.pods()
                .filter(selector -> NODE_LOCAL.equals(selector.matchLabels().get(LABEL)))
                .isPresent();
        List<Workload> known = around.peers(policy, pods);
        return labelled || !known.isEmpty() && known.stream().allMatch(Workload::hostNetwork);
    }
}
