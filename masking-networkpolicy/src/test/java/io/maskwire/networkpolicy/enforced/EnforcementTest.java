package io.maskwire.networkpolicy.enforced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.NetworkPolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated policies, enforced for real: read back from their text, made rules of a packet filter between network
 * namespaces, and tried with sockets. Every outcome of every attempt is what the evaluators say.
 *
 * <p>Skipped where that can't be done, unless {@code -Denforcement.required=true}.
 */
@Tag("enforcement")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EnforcementTest {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/enforced")
            .normalize();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Fleet FLEET = Declarations.readFleet(file("fleet.yml"));
    private static final List<Declaration> DECLARATIONS = Declarations.readAll(file("services.yml"), FLEET);
    private static final Scene SCENE = new Scene(FOLDER.resolve("cluster.yaml"));
    private static final List<Attempt> ATTEMPTS = SCENE.attempts();

    private static final List<String> COUNTS = new ArrayList<>();
    private static Optional<Network> network = Optional.empty();

    private static DeclarationSource file(String name) {
        return DeclarationSource.file(FOLDER.resolve(name));
    }

    @BeforeAll
    static void build() throws IOException {
        Optional<String> missing = Missing.here();
        if (Boolean.getBoolean("enforcement.required")) {
            assertThat(missing).isEmpty();
        }
        missing.ifPresent(System.out::println);
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        network = Optional.of(Network.of(SCENE.hosts(), Scene.PORTS));
    }

    @AfterAll
    static void remove() {
        network.ifPresent(Network::close);
        COUNTS.forEach(System.out::println);
    }

    @Test
    void withoutPoliciesEverybodyReachesEverybody() throws IOException {
        assertThat(open("no policy", Map.of())).containsExactlyElementsOf(lines(ATTEMPTS, all -> true));
    }

    @Test
    void underADefaultDenyAloneNobodyReachesItsPodsNorTheyAnybody() throws IOException {
        Map<String, String> denies = new TreeMap<>(policies(DECLARATIONS));
        denies.keySet().removeIf(file -> !file.startsWith("default-deny/"));
        assertThat(denies).hasSize(2);
        assertThat(open("default deny alone", denies))
                .containsExactlyElementsOf(lines(ATTEMPTS, attempt -> !isOurs(attempt)));
    }

    @Test
    void theDeclaredEdgesAreOpenAndNothingElse() throws IOException {
        Set<String> open = open("all policies", policies(DECLARATIONS));
        assertThat(open).containsAll(lines(ATTEMPTS, attempt -> !isOurs(attempt)));
        open.removeAll(lines(ATTEMPTS, attempt -> !isOurs(attempt)));
        assertThat(open)
                .containsExactly(
                        "ingress-nginx/ingress -> service shop/orders 443/TCP",
                        "ingress-nginx/ingress -> shop/orders 8443/TCP",
                        "monitoring/prometheus -> shop/orders 8081/TCP",
                        "shop/cache -> kube-system/dns 53/TCP",
                        "shop/cache -> kube-system/dns 53/UDP",
                        "shop/cache -> service kube-system/kube-dns 53/TCP",
                        "shop/cache -> service kube-system/kube-dns 53/UDP",
                        "shop/cache -> shop/cache 7946/UDP",
                        "shop/customers -> 198.51.100.7 443/TCP",
                        "shop/customers -> 203.0.113.25 443/TCP",
                        "shop/customers -> kube-system/dns 53/TCP",
                        "shop/customers -> kube-system/dns 53/UDP",
                        "shop/customers -> service kube-system/kube-dns 53/TCP",
                        "shop/customers -> service kube-system/kube-dns 53/UDP",
                        "shop/orders -> 203.0.113.25 587/TCP",
                        "shop/orders -> kube-system/dns 53/TCP",
                        "shop/orders -> kube-system/dns 53/UDP",
                        "shop/orders -> pay/payments 8443/TCP",
                        "shop/orders -> service kube-system/kube-dns 53/TCP",
                        "shop/orders -> service kube-system/kube-dns 53/UDP",
                        "shop/orders -> service pay/payments 443/TCP",
                        "shop/orders -> service shop/customers 443/TCP",
                        "shop/orders -> shop/customers 8443/TCP",
                        "shop/orders -> shop/orders-db 5432/TCP");
    }

    /** With the last of a service's calls its name resolution goes, too. */
    @ParameterizedTest
    @CsvSource({
        "orders, customers, shop/orders -> service shop/customers 443/TCP; shop/orders -> shop/customers 8443/TCP",
        "orders, payments, shop/orders -> pay/payments 8443/TCP; shop/orders -> service pay/payments 443/TCP",
        "orders, orders-db, shop/orders -> shop/orders-db 5432/TCP",
        "orders, mail, shop/orders -> 203.0.113.25 587/TCP",
        "cache, peers, shop/cache -> kube-system/dns 53/TCP; shop/cache -> kube-system/dns 53/UDP; "
                + "shop/cache -> service kube-system/kube-dns 53/TCP; "
                + "shop/cache -> service kube-system/kube-dns 53/UDP; shop/cache -> shop/cache 7946/UDP"
    })
    void anEdgeTakenAwayClosesExactlyItsPairAndPort(String service, String call, String closed) throws IOException {
        Set<String> before = open("all policies", policies(DECLARATIONS));
        Set<String> after = open(service + " without " + call, policies(without(service, call)));
        assertThat(before).containsAll(after);
        before.removeAll(after);
        assertThat(before).containsExactly(closed.split("; "));
    }

    @Test
    void aPolicyThatIsNotEnforcedIsNoticed() throws IOException {
        Map<String, String> policies = policies(DECLARATIONS);
        Map<String, String> fewer = new TreeMap<>(policies);
        assertThat(fewer.keySet().removeIf(file -> file.contains("payments"))).isTrue();
        assertThat(mismatches(outcomes(fewer), new Verdicts(SCENE, policies)))
                .containsExactlyInAnyOrder(
                        "shop/orders-1 -> pay/payments-1 8443/TCP: timeout",
                        "shop/orders-1 -> service pay/payments 443/TCP: timeout",
                        "shop/orders-2 -> pay/payments-1 8443/TCP: timeout",
                        "shop/orders-2 -> service pay/payments 443/TCP: timeout");
    }

    /** What is open under manifests, by the names of services; after every outcome was what it should be. */
    private static Set<String> open(String what, Map<String, String> files) throws IOException {
        Map<Attempt, String> outcomes = outcomes(files);
        List<String> mismatches = mismatches(outcomes, new Verdicts(SCENE, files));
        Predicate<Attempt> timedOut = attempt -> "timeout".equals(outcomes.get(attempt));
        long closed = outcomes.keySet().stream().filter(timedOut).count();
        COUNTS.add("%s: %d tried, %d connected, %d timed out, %d mismatches"
                .formatted(what, outcomes.size(), outcomes.size() - closed, closed, mismatches.size()));
        assertThat(mismatches).isEmpty();
        return lines(outcomes.keySet(), timedOut.negate());
    }

    private static Map<Attempt, String> outcomes(Map<String, String> files) throws IOException {
        Network enforcing = network.orElseThrow();
        enforcing.enforce(Ruleset.of(SCENE.with(files), SCENE.serviceAddresses()));
        return enforcing.outcomes(ATTEMPTS);
    }

    private static List<String> mismatches(Map<Attempt, String> outcomes, Verdicts verdicts) {
        List<String> mismatches = new ArrayList<>();
        outcomes.forEach((attempt, outcome) -> {
            if (!verdicts.expected(attempt).contains(outcome)) {
                mismatches.add(attempt + ": " + outcome);
            }
        });
        return mismatches;
    }

    private static Set<String> lines(Iterable<Attempt> attempts, Predicate<Attempt> wanted) {
        Set<String> lines = new TreeSet<>();
        attempts.forEach(attempt -> {
            if (wanted.test(attempt)) {
                lines.add(attempt.toString().replaceAll("-[0-9](?= )", ""));
            }
        });
        return lines;
    }

    /** Whether one of its ends is in a namespace with declared services. */
    private static boolean isOurs(Attempt attempt) {
        return (attempt.from() + " " + attempt.to()).matches("(.* )?(shop|pay)/.*");
    }

    private static Map<String, String> policies(List<Declaration> declarations) {
        Map<String, String> files = new TreeMap<>(
                NetworkPolicies.generate(FLEET, declarations, TODAY).files());
        files.keySet().removeIf(file -> !file.endsWith(".yaml"));
        return files;
    }

    private static List<Declaration> without(String service, String call) {
        return DECLARATIONS.stream()
                .map(one -> one.service().orElseThrow().name().name().equals(service) ? without(one, call) : one)
                .toList();
    }

    private static Declaration without(Declaration declaration, String call) {
        Map<String, Call> calls = new TreeMap<>(declaration.calls());
        Map<String, External> external = new TreeMap<>(declaration.external());
        assertThat(calls.remove(call) != null || external.remove(call) != null).isTrue();
        return new Declaration(
                declaration.service(),
                declaration.classes(),
                declaration.policy(),
                declaration.identity(),
                declaration.serves(),
                calls,
                external,
                true);
    }
}
