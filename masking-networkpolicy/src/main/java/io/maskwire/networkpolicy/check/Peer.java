package io.maskwire.networkpolicy.check;

import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The other end of an opening. */
sealed interface Peer {

    /** Inside and outside of the cluster. */
    record Everybody() implements Peer {}

    /**
     * Pods.
     *
     * @param namespaces the text of what selects their namespaces; empty: all
     * @param pods the text of what selects them; empty: all
     */
    record Pods(String namespaces, String pods) implements Peer {}

    /** Addresses. */
    record Addresses(Cidr block, List<Cidr> except) implements Peer {}

    /** The label every namespace has. */
    String NAMESPACE = "kubernetes.io/metadata.name=";

    /** Pods by labels in one namespace. */
    static Peer pods(String namespace, Selector selector, Map<String, String> without) {
        return new Pods(NAMESPACE + namespace, SelectorText.of(selector, without));
    }

    /** A peer of a policy in a namespace, without some labels. */
    static Peer of(PolicyPeer peer, String namespace, Map<String, String> without) {
        if (peer instanceof PolicyPeer.Addresses addresses) {
            return new Addresses(
                    addresses.block(), addresses.except().stream().sorted().toList());
        }
        PolicyPeer.Pods pods = (PolicyPeer.Pods) peer;
        return new Pods(
                pods.namespaces()
                        .map(selector -> SelectorText.of(selector, Map.of()))
                        .orElse(NAMESPACE + namespace),
                pods.pods().map(selector -> SelectorText.of(selector, without)).orElse(""));
    }

    /** Whether whoever the other peer is, is this one too, as far as that can be said without knowing any pod. */
    default boolean covers(Peer other) {
        if (this instanceof Everybody || equals(other)) {
            return true;
        }
        if (this instanceof Pods wide && other instanceof Pods narrow) {
            return includes(narrow.namespaces(), wide.namespaces()) && includes(narrow.pods(), wide.pods());
        }
        return this instanceof Addresses wide
                && other instanceof Addresses narrow
                && wide.except().isEmpty()
                && wide.block().isWiderThan(narrow.block());
    }

    private static boolean includes(String narrow, String wide) {
        return wide.isEmpty() || List.of(narrow.split(",")).containsAll(List.of(wide.split(",")));
    }

    /** The namespace by its name, if the peer is pods of exactly one. */
    default Optional<String> namespace() {
        return this instanceof Pods pods
                        && pods.namespaces().startsWith(NAMESPACE)
                        && pods.namespaces().indexOf(',') < 0
                ? Optional.of(pods.namespaces().substring(NAMESPACE.length()))
                : Optional.empty();
    }

    /** As a message may show it. */
    default String shown() {
        if (this instanceof Pods pods) {
            String which = pods.pods().isEmpty() ? "every pod" : "pods with " + Words.shown(pods.pods());
            return namespace()
                    .map(name -> which + " of " + Words.shown(name))
                    .orElseGet(() -> which
                            + (pods.namespaces().isEmpty()
                                    ? " of every namespace"
                                    : " of namespaces with " + Words.shown(pods.namespaces())));
        }
        if (this instanceof Addresses addresses) {
            return addresses.block()
                    + (addresses.except().isEmpty()
                            ? ""
                            : " except "
                                    + addresses.except().stream()
                                            .map(Cidr::toString)
                                            .collect(Collectors.joining(", ")));
        }
        return "everybody";
    }
}
