package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Fleet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Compiles the declarations of a fleet into Kubernetes NetworkPolicies ({@code networking.k8s.io/v1}).
 *
 * <p><b>Gives:</b> in every namespace with a declared service a default deny, unless that would cut off what isn't ready,
 * and for every workload one policy that opens its declared edges and nothing else: pod ports, both ends of each edge,
 * name resolution only where something is called. Above each rule stands its edge with the data that may cross in clear.
 *
 * <p><b>Doesn't give:</b> enforcement, which is the cluster's network plugin's; rules for hosts by name, which this API
 * doesn't know ({@link Profile#CILIUM} does); policies in the namespaces of platform peers; a check that pods really carry
 * the declared labels. In an ambient mesh the ports of an edge can't be told apart inside the tunnel.
 *
 * <p>Pure: reads and writes nothing. {@link ManifestFolder} writes.
 */
public final class NetworkPolicies {

    private NetworkPolicies() {}

    /**
     * Merges, checks and compiles.
     *
     * <p>Findings are about edges on which the two ends don't agree, guests whose day is over, and namespaces without the
     * default deny they should have; but for those that a declaration accepts today (by UTC).
     *
     * @param fleet the fleet's name and its platform peers
     * @param declarations the declarations of its services, in any order
     * @throws DeclarationException if they contradict each other or hold what an API server would refuse; names every
     *     problem with its place and remedy
     * @throws IllegalArgumentException if a declaration is about no service
     */
    public static Manifests generate(Fleet fleet, Collection<Declaration> declarations) {
        return generate(fleet, declarations, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * The same as on a day. No file depends on the day; the findings do where a declaration accepts one until a day.
     *
     * @param today the day by which acceptances hold or don't
     */
    public static Manifests generate(Fleet fleet, Collection<Declaration> declarations, LocalDate today) {
        return generate(fleet, declarations, today, Profile.CORE);
    }

    /**
     * The same in another kind of policy.
     *
     * @param profile the kind
     */
    public static Manifests generate(
            Fleet fleet, Collection<Declaration> declarations, LocalDate today, Profile profile) {
        Services services = FleetCheck.check(fleet, declarations);
        Consent consent = Consent.of(fleet, services);
        Topics topics = Topics.of(fleet, services);
        DefaultDenies denies = DefaultDenies.of(fleet, services);
        SortedMap<String, String> files = Planner.files(
                fleet,
                services,
                denies,
                new Planner.Agreed(consent.edges(), topics.uses()),
                profile,
                policy -> text(policy, fleet, profile));
        files.put(ManifestNames.LOCK, ClassLock.text(fleet.name(), services));
        List<Finding> findings = Acceptances.of(declarations, today)
                .open(findings(consent, topics, denies, Guests.findings(services, today)).stream()
                        .filter(finding -> !profile.isCilium() || finding.rule() != FindingRule.NO_ADDRESS)
                        .toList());
        return new Manifests(fleet.name(), services.names(), consent.edges().size(), files, findings);
    }

    private static String text(Policy policy, Fleet fleet, Profile profile) {
        return profile.isCilium()
                ? CiliumYaml.text(policy, fleet.name(), profile)
                : PolicyYaml.text(policy, fleet.name(), profile);
    }

    private static List<Finding> findings(Consent consent, Topics topics, DefaultDenies denies, List<Finding> guests) {
        return Stream.of(consent.findings(), topics.findings(), denies.findings(), guests)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /**
     * The findings of {@link #generate} with those that are accepted.
     *
     * @param today the day by which guests may connect or not
     * @throws DeclarationException as there
     */
    public static List<Finding> consentFindings(Fleet fleet, Collection<Declaration> declarations, LocalDate today) {
        Services services = FleetCheck.check(fleet, declarations);
        return findings(
                Consent.of(fleet, services),
                Topics.of(fleet, services),
                DefaultDenies.of(fleet, services),
                Guests.findings(services, today));
    }
}
