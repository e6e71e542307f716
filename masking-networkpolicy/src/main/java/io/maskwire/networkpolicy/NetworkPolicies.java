package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Fleet;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compiles the declarations of a fleet into Kubernetes NetworkPolicies ({@code networking.k8s.io/v1}).
 *
 * <p><b>Gives:</b> in every namespace with a declared service a default deny in both directions, and for every service
 * one policy that opens its declared edges and nothing else: pod ports, both ends of each edge, name resolution only
 * where something is called. Above each rule stands its edge with the data that may cross in clear.
 *
 * <p><b>Doesn't give:</b> enforcement, which is the cluster's network plugin's; rules for hosts by name, which this API
 * doesn't know; policies in the namespaces of platform peers; a check that pods really carry the declared labels.
 *
 * <p>Pure: reads and writes nothing. {@link ManifestFolder} writes.
 */
public final class NetworkPolicies {

    private NetworkPolicies() {}

    /**
     * Merges, checks and compiles.
     *
     * @param fleet the fleet's name and its platform peers
     * @param declarations the declarations of its services, in any order
     * @throws DeclarationException if they contradict each other or hold what an API server would refuse; names every
     *     problem with its place and remedy
     * @throws IllegalArgumentException if a declaration is about no service
     */
    public static Manifests generate(Fleet fleet, Collection<Declaration> declarations) {
        Services services = FleetCheck.check(fleet, declarations);
        Consent consent = Consent.of(services);
        SortedMap<String, Policy> plan = Planner.plan(fleet, services, consent.edges());
        SortedMap<String, String> files = new TreeMap<>();
        plan.forEach((file, policy) -> files.put(file, PolicyYaml.text(policy, fleet.name())));
        files.put(ManifestNames.LOCK, ClassLock.text(fleet.name(), services));
        return new Manifests(fleet.name(), services.names(), consent.edges().size(), files, consent.findings());
    }
}
