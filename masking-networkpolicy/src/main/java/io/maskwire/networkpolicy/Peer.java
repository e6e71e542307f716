package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.api.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The other end of a rule. There is no peer that means everybody. */
sealed interface Peer {

    /**
     * Pods by their labels.
     *
     * @param namespace their namespace; empty: the policy's own
     * @param labels at least one
     */
    record Pods(Optional<String> namespace, SortedMap<String, String> labels) implements Peer {

        public Pods {
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("Without a label a peer would be every pod");
            }
        }

        /** Written out: a fleet's rules are found by their peers very often. */
        @Override
        public int hashCode() {
            return 31 * namespace.hashCode() + labels.hashCode();
        }
    }

    /**
     * Addresses outside the cluster, or on its nodes.
     *
     * @param except blocks taken out again, each inside the block
     */
    record Addresses(Cidr block, List<Cidr> except) implements Peer {}

    /**
     * A host outside by its name, for plugins that look names up.
     *
     * @param host the name
     */
    record Named(String host) implements Peer {}

    /**
     * Somebody a plugin knows by a word of its own.
     *
     * @param name the word
     */
    record Entity(String name) implements Peer {

        static final Entity API_SERVER = new Entity("kube-apiserver");
        static final Entity HOST = new Entity("host");
    }
}
