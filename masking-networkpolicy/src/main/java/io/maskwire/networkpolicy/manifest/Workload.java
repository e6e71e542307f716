package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A pod, or what makes pods from a template.
 *
 * @param podLabels the labels its pods have
 * @param ports the ports its containers name
 * @param hostNetwork whether its pods share the node's network, where policies are not defined
 * @param serviceAccount the account that is written, if one is
 * @param addresses the addresses of a running pod
 * @param owner what made it, if something did
 * @param live false for a pod that has ended, and for what is told to make no pods
 */
public record Workload(
        Kind kind,
        Metadata metadata,
        SortedMap<String, String> podLabels,
        List<ContainerPort> ports,
        boolean hostNetwork,
        Optional<String> serviceAccount,
        List<String> addresses,
        Optional<Owner> owner,
        boolean live) {

    /** The kinds that are read. */
    public enum Kind {
        POD("Pod"),
        DEPLOYMENT("Deployment"),
        STATEFUL_SET("StatefulSet"),
        DAEMON_SET("DaemonSet"),
        REPLICA_SET("ReplicaSet"),
        REPLICATION_CONTROLLER("ReplicationController"),
        JOB("Job"),
        CRON_JOB("CronJob");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a manifest. */
        public String word() {
            return word;
        }
    }

    /**
     * A port a container names.
     *
     * @param name empty if it has none
     */
    public record ContainerPort(String name, int port, Protocol protocol, Place place) {}

    /** The controller that made an object. */
    public record Owner(String kind, String name) {}

    /** Copies what it is given. */
    public Workload {
        podLabels = Copies.of(podLabels);
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    /** Its kind and name, such as {@code shop/orders[Deployment]}. */
    @Override
    public String toString() {
        return metadata.name() + "[" + kind.word() + "]";
    }
}
