package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.Finding.Kind;
import io.maskwire.networkpolicy.Finding.Severity;
import java.util.Locale;
import java.util.Optional;

/**
 * Every rule a finding can come from. Its {@link #id} is stable: declarations accept findings by it. Described in {@code
 * docs/netpol-check.md}.
 */
public enum FindingRule {
    NO_CONSENT(
            Kind.ERROR,
            Severity.ERROR,
            "The provider doesn't name the caller, so no policy opens the edge on either side."),
    NO_ADDRESS(
            Kind.ERROR,
            Severity.ERROR,
            "A NetworkPolicy knows addresses, and a host outside is declared without any, so no policy opens it."),
    SENDS_NOT_ACCEPTED(
            Kind.DATA, Severity.ERROR, "A caller sends a class in clear that the provider's port doesn't accept."),
    RECEIVES_NOT_GIVEN(
            Kind.DATA, Severity.ERROR, "A caller wants a class in clear that the provider doesn't give to it."),
    CLASS_REACH(
            Kind.DATA,
            Severity.ERROR,
            "A class reaches somebody in clear who isn't in its list `only`, directly or over several services; the"
                    + " whole path is told."),
    CLEAR_WITHOUT_TLS(
            Kind.DATA,
            Severity.ERROR,
            "A class crosses in clear on a port that isn't known to speak TLS: it doesn't say `tls: true`, and neither its"
                    + " name nor its number says so, or they contradict each other."),
    CLEAR_WITHOUT_IDENTITY(
            Kind.DATA,
            Severity.ERROR,
            "A service gives a class in clear to callers it has no way to know: it declares no `identity`, or grants it to"
                    + " `anonymous`."),
    SINK_IN_CLEAR(Kind.DATA, Severity.ERROR, "A log or trace sink gets a class in clear; there everybody may read it."),
    DETERMINISTIC_OUTSIDE(
            Kind.DATA,
            Severity.WARNING,
            "Whoever isn't authenticated, or a host outside, sees a hash, a token or a preserved format: the same value"
                    + " always looks the same, so it can be counted and joined."),
    DETERMINISTIC_IN_LOGS(
            Kind.DATA,
            Severity.NOTE,
            "Logs and traces hold a hash, a token or a preserved format: values can be counted and joined there."),
    HASH_BESIDE_TRUNCATION(
            Kind.DATA,
            Severity.WARNING,
            "One audience sees a keyed form of a class and another a part of the value, somewhere in the fleet: put"
                    + " together they narrow it down (PCI DSS 4.0.1, requirement 3.5.1 for card numbers)."),
    FORMAT_PRESERVED_ACCEPTED(
            Kind.DATA,
            Severity.WARNING,
            "A caller sends a class in a preserved format to a port that accepts it in clear: nobody there can tell one"
                    + " from the other."),
    OPAQUE_EDGE(
            Kind.DATA,
            Severity.NOTE,
            "Classes cross unmasked on an edge that Maskwire doesn't write, such as JDBC or Kafka."),
    UNNAMED_CALLERS(
            Kind.DATA,
            Severity.NOTE,
            "A port names no callers, so every service that declares the call may connect; nothing is given in clear."),
    UNDECLARED_CONNECTION(
            Kind.ERROR, Severity.ERROR, "The application is configured to connect to what no edge declares."),
    OTHER_TRANSPORT(
            Kind.ERROR,
            Severity.ERROR,
            "The application is configured to speak something else over an edge than the edge declares."),
    EDGE_OPENED(Kind.OPENS, Severity.WARNING, "Compared with the base, more may connect."),
    EDGE_CLOSED(Kind.CLOSES, Severity.WARNING, "Compared with the base, less may connect."),
    CONSENT_WIDENED(
            Kind.OPENS,
            Severity.WARNING,
            "Compared with the base, a port names a caller more, or no longer names its callers."),
    CONSENT_NARROWED(
            Kind.CLOSES, Severity.NOTE, "Compared with the base, a port names a caller less, or begins to name them."),
    DATA_IN_CLEAR(Kind.DATA, Severity.WARNING, "Compared with the base, somebody sees a class in clear who didn't."),
    DATA_MASKED(Kind.DATA, Severity.NOTE, "Compared with the base, somebody no longer sees a class in clear who did."),
    MASK_CHANGED(Kind.DATA, Severity.NOTE, "Compared with the base, a class looks otherwise to somebody."),
    POLICY_OPENS(
            Kind.OPENS,
            Severity.ERROR,
            "A policy of ours, in the files or the cluster, opens what no declaration opens: somebody edited it, or it is"
                    + " old."),
    POLICY_CLOSES(
            Kind.CLOSES,
            Severity.ERROR,
            "A policy of ours, in the files or the cluster, doesn't open a declared edge: somebody edited it, or it is"
                    + " old."),
    POLICY_MISSING(Kind.ERROR, Severity.ERROR, "The policy of a declared service isn't there."),
    DENY_MISSING(
            Kind.OPENS,
            Severity.ERROR,
            "The default deny of a namespace isn't there, so pods that no policy selects connect to everybody."),
    POLICY_RESELECTED(
            Kind.ERROR, Severity.ERROR, "A policy of ours selects other pods than the declaration's selector does."),
    POLICY_UNLABELLED(
            Kind.ERROR,
            Severity.WARNING,
            "A policy of ours lost the label `maskwire.io/fleet`, so the next generation will not touch it."),
    POLICY_TRANSFORMED(
            Kind.ERROR,
            Severity.ERROR,
            "Kustomize or Helm changed a policy of ours so that its name, its namespace or its peers no longer fit:"
                    + " `namePrefix`, `nameSuffix`, `namespace`, `commonLabels`, `labels` with `includeSelectors`."),
    POLICY_STALE(Kind.STALE, Severity.ERROR, "A policy of ours belongs to a service that nobody declares any more."),
    FOREIGN_POLICY(
            Kind.OPENS,
            Severity.ERROR,
            "A policy that isn't ours selects a declared service's pods and opens more: policies add up."),
    SELECTS_NOTHING(
            Kind.ERROR,
            Severity.ERROR,
            "A declaration's selector fits no workload, so its policy holds for no pod: a mistyped label is silent."),
    UNSELECTED_WORKLOAD(
            Kind.CLOSES,
            Severity.ERROR,
            "A workload runs in a governed namespace and no declaration selects it: under the default deny it connects"
                    + " to nobody."),
    OVERLAPPING_SELECTORS(
            Kind.OPENS, Severity.ERROR, "Two declarations select one workload, so it gets the edges of both."),
    PORT_NOT_IN_CONTAINER(
            Kind.ERROR, Severity.WARNING, "A declared port isn't among the ports that the containers name."),
    HOST_NETWORK(
            Kind.ERROR,
            Severity.ERROR,
            "A declared workload runs in the node's network, where the API doesn't define what policies do."),
    SERVICE_PORT(
            Kind.ERROR,
            Severity.ERROR,
            "A declaration and the Kubernetes Service disagree about which port is the pod's: policies are judged by the"
                    + " pod's, behind the Service."),
    SERVICE_PORT_IN_POLICY(
            Kind.CLOSES,
            Severity.ERROR,
            "A rule names the port of a Service where the pod's belongs: the connection is judged behind the Service and"
                    + " is cut."),
    OR_NOT_AND(
            Kind.OPENS,
            Severity.WARNING,
            "A namespaceSelector and a podSelector stand in two items of a list: each opens for itself, every pod of"
                    + " those namespaces and those pods of the own one."),
    DNS_MISSING(
            Kind.CLOSES,
            Severity.WARNING,
            "Pods may connect to somebody and not to DNS on port 53, so they can't find anybody by name."),
    DNS_ONE_PROTOCOL(
            Kind.CLOSES,
            Severity.WARNING,
            "DNS is open over UDP or TCP alone: answers that are too long for UDP come over TCP. A port without a"
                    + " protocol is TCP."),
    DNS_LABELS(
            Kind.CLOSES,
            Severity.WARNING,
            "DNS pods are selected by more labels than `k8s-app`, which not every cluster gives them."),
    DNS_NODE_LOCAL(
            Kind.CLOSES,
            Severity.WARNING,
            "A cache of DNS runs in each node's network, such as node-local-dns, and DNS is opened to pods by labels alone:"
                    + " the cache is found by its address."),
    ONE_SIDE_ONLY(
            Kind.CLOSES,
            Severity.WARNING,
            "One side opens a connection between two workloads and the other side's policies don't: it is cut."),
    EGRESS_OPEN(
            Kind.OPENS,
            Severity.WARNING,
            "A namespace denies ingress by default and not egress: its pods connect to everybody."),
    NO_POLICY_TYPES(
            Kind.ERROR,
            Severity.WARNING,
            "Without policyTypes a policy denies ingress always, and egress only if it has an egress rule."),
    DEAD_SECTION(
            Kind.ERROR,
            Severity.ERROR,
            "A section stands in a policy whose policyTypes don't name its direction: it does nothing."),
    NO_SELECTOR(Kind.ERROR, Severity.WARNING, "A policy without a podSelector is for every pod of its namespace."),
    NO_NAMESPACE(
            Kind.ERROR,
            Severity.WARNING,
            "A policy without a namespace lands wherever it is applied, or in `default`."),
    SELECTS_NO_WORKLOAD(
            Kind.OPENS,
            Severity.ERROR,
            "A policy selects no workload of its namespace: the pods it was meant for stay as open as they were."),
    PEER_IS_NOBODY(
            Kind.CLOSES, Severity.WARNING, "A rule opens to pods that no workload has, a mistyped label for instance."),
    VOLATILE_LABEL(
            Kind.ERROR,
            Severity.WARNING,
            "A selector uses a label that changes with each release, such as pod-template-hash or the version."),
    SPLIT_WORKLOAD(
            Kind.ERROR,
            Severity.WARNING,
            "One Service stands before workloads of which a policy selects some and not the others, such as a canary with"
                    + " a label of its own."),
    TWO_OWNERS(
            Kind.OPENS,
            Severity.WARNING,
            "Policies that different tools own select the same pods: policies add up, so what one tool forgets to remove"
                    + " stays open."),
    WIDE_BLOCK(
            Kind.OPENS,
            Severity.WARNING,
            "A wide block of addresses holds private or link-local ones: pods, nodes and the cloud's metadata service."),
    ALLOW_ALL(Kind.OPENS, Severity.WARNING, "An empty rule opens a direction to everybody on every port."),
    EVERY_PORT(Kind.OPENS, Severity.WARNING, "A rule without ports opens every port of every protocol."),
    EVERY_PEER(
            Kind.OPENS,
            Severity.WARNING,
            "A rule without peers opens to everybody, inside and outside of the cluster."),
    PODS_BY_ADDRESS(
            Kind.ERROR,
            Severity.WARNING,
            "A block of addresses holds the address of a pod: plugins differ in whether it counts, and the pod's address"
                    + " changes."),
    PORT_RANGE(Kind.CLOSES, Severity.NOTE, "A plugin that doesn't know endPort opens the first port of a range alone."),
    NAMED_PORT_NOWHERE(
            Kind.CLOSES,
            Severity.ERROR,
            "A rule names a port that no container of the pods that receive gives that name and protocol."),
    SELECTS_HOST_NETWORK(
            Kind.ERROR,
            Severity.WARNING,
            "A policy selects pods in the node's network, where the API doesn't define what policies do."),
    CONSUMER_NOT_NAMED(
            Kind.ERROR,
            Severity.ERROR,
            "A service consumes a topic whose publisher doesn't name it among the consumers."),
    TOPIC_NOT_ACCEPTED(
            Kind.DATA,
            Severity.ERROR,
            "Messages carry a class in clear that one of the topic's consumers doesn't accept; all read the same message."),
    TOPIC_NOT_SENT(
            Kind.DATA, Severity.ERROR, "A consumer wants a class in clear that no publisher of the topic sends."),
    NO_DEFAULT_DENY(
            Kind.OPENS,
            Severity.NOTE,
            "A namespace has no default deny, or not in both directions, because that would cut off a service that isn't"
                    + " ready, or because not all its services are declared."),
    GUEST_OVERDUE(Kind.ERROR, Severity.ERROR, "The last day of a guest is over, and its way in is still open."),
    GUEST_DECLARED(Kind.ERROR, Severity.WARNING, "A guest is declared by now, so its edge can have two signatures."),
    UNUSED_ACCEPTANCE(Kind.ERROR, Severity.WARNING, "Something is accepted that no rule finds."),
    ENDED_ACCEPTANCE(
            Kind.ERROR, Severity.WARNING, "The last day of an acceptance is over, so the finding is told again.");

    private final Kind kind;
    private final Severity severity;
    private final String explanation;

    FindingRule(Kind kind, Severity severity, String explanation) {
        this.kind = kind;
        this.severity = severity;
        this.explanation = explanation;
    }

    /** The rule of an id such as {@code class-reach}, if there is one. */
    public static Optional<FindingRule> of(String id) {
        for (FindingRule rule : values()) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Its name in declarations and reports, such as {@code class-reach}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What kind of finding it makes. */
    public Kind kind() {
        return kind;
    }

    /** How bad its findings are. */
    public Severity severity() {
        return severity;
    }

    /** What it finds, and why that matters. */
    public String explanation() {
        return explanation;
    }

    /** Whether it looks at an application's configuration, which declarations and manifests don't tell. */
    public boolean isOfTheApplication() {
        return this == UNDECLARED_CONNECTION || this == OTHER_TRANSPORT;
    }

    /** Whether a declaration may accept its findings: data on edges and configured connections, nothing else. */
    public boolean isAcceptable() {
        return switch (this) {
            case SENDS_NOT_ACCEPTED,
                    RECEIVES_NOT_GIVEN,
                    CLASS_REACH,
                    CLEAR_WITHOUT_TLS,
                    CLEAR_WITHOUT_IDENTITY,
                    SINK_IN_CLEAR,
                    DETERMINISTIC_OUTSIDE,
                    DETERMINISTIC_IN_LOGS,
                    HASH_BESIDE_TRUNCATION,
                    FORMAT_PRESERVED_ACCEPTED,
                    OPAQUE_EDGE,
                    UNNAMED_CALLERS,
                    TOPIC_NOT_ACCEPTED,
                    TOPIC_NOT_SENT,
                    UNDECLARED_CONNECTION,
                    OTHER_TRANSPORT -> true;
            default -> false;
        };
    }
}
