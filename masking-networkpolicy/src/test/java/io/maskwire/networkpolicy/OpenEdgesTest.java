package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.outside;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the rules of the API exactly the declared edges are open, on pod ports, and nothing else. */
class OpenEdgesTest {

    @Test
    void theShopIsOpenOnItsEdgesAndNowhereElse() {
        assertThat(opened(Shop.manifests(), Shop.declarations()))
                .containsExactly(
                        "ingress-nginx/app.kubernetes.io/name=ingress-nginx -> shop/orders 8443/TCP",
                        "monitoring/app.kubernetes.io/name=prometheus -> shop/orders 8081/TCP",
                        "shop/orders -> 203.0.113.25 587/TCP",
                        "shop/orders -> kube-system/k8s-app=kube-dns 53/TCP",
                        "shop/orders -> kube-system/k8s-app=kube-dns 53/UDP",
                        "shop/orders -> pay/payments 8443/TCP",
                        "shop/orders -> shop/customers 8443/TCP",
                        "shop/orders -> shop/orders-db 5432/TCP");
    }

    @Test
    void anEdgeTakenAwayTakesExactlyItsPairAndPort() {
        Set<String> before = opened(Shop.manifests(), Shop.declarations());
        List<Declaration> fewer = new ArrayList<>(Shop.declarations());
        fewer.set(0, without(fewer.get(0), "orders-db"));
        Set<String> after = opened(NetworkPolicies.generate(Shop.fleet(), fewer), fewer);
        before.removeAll(after);
        assertThat(before).containsExactly("shop/orders -> shop/orders-db 5432/TCP");
    }

    @Test
    void aServiceMayCallItsOwnOtherPods() {
        List<Declaration> cluster = List.of(service("shop/cache")
                .serves(port("gossip", 7946).protocol(Protocol.UDP).caller("shop/cache"))
                .calls(to("peers", "shop/cache", "gossip"))
                .build());
        assertThat(opened(NetworkPolicies.generate(Shop.fleet(), cluster), cluster))
                .containsExactly(
                        "shop/cache -> kube-system/k8s-app=kube-dns 53/TCP",
                        "shop/cache -> kube-system/k8s-app=kube-dns 53/UDP",
                        "shop/cache -> shop/cache 7946/UDP");
    }

    @Test
    void aBlockOfTheWholeInternetReachesNoPodAndNoMetadata() {
        List<Declaration> crawler = List.of(
                service("shop/crawler")
                        .external(outside("web"), "example.com", 443, "0.0.0.0/0")
                        .build(),
                service("shop/other").serves(port("https", 443)).build());
        PolicyEvaluator evaluator =
                World.evaluator(NetworkPolicies.generate(Shop.fleet(), crawler).files());
        Endpoint from = World.pod(crawler.get(0), 0);
        assertThat(evaluator.egress(from, Endpoint.outside(World.OTHER_HOST), 443, "TCP"))
                .isTrue();
        assertThat(evaluator.egress(from, Endpoint.outside("169.254.169.254"), 443, "TCP"))
                .isFalse();
        assertThat(evaluator.egress(from, World.pod(crawler.get(1), 1), 443, "TCP"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyFleetIsOpenOnItsEdgesAndNowhereElse(long seed) {
        List<Declaration> fleet = RandomFleet.of(seed);
        assertThat(opened(NetworkPolicies.generate(Shop.fleet(), fleet), fleet)).isEqualTo(declared(fleet));
    }

    private static Declaration without(Declaration declaration, String call) {
        Map<String, Call> calls = new TreeMap<>(declaration.calls());
        assertThat(calls.remove(call)).isNotNull();
        return new Declaration(
                declaration.service(),
                declaration.classes(),
                declaration.policy(),
                declaration.identity(),
                declaration.serves(),
                calls,
                declaration.external(),
                true);
    }

    /** What is declared and consented to, read straight from the declarations. */
    private static Set<String> declared(List<Declaration> fleet) {
        Map<String, Declaration> byName = new TreeMap<>();
        fleet.forEach(declaration -> byName.put(name(declaration), declaration));
        Set<String> open = new TreeSet<>();
        for (Declaration caller : fleet) {
            boolean asks = false;
            for (Call call : caller.calls().values()) {
                ServedPort port = byName.get(call.to().toString()).serves().get(call.port());
                boolean agreed = port.callers()
                        .map(named ->
                                named.containsKey(caller.service().orElseThrow().name()))
                        .orElse(true);
                if (agreed) {
                    asks = true;
                    open.add(name(caller) + " -> " + call.to() + " " + port.port() + "/" + port.protocol());
                }
            }
            for (External external : caller.external().values()) {
                asks = true;
                open.add(name(caller) + " -> " + World.FAR_HOST + " " + external.port() + "/" + external.protocol());
            }
            if (asks) {
                open.add(name(caller) + " -> kube-system/k8s-app=kube-dns 53/TCP");
                open.add(name(caller) + " -> kube-system/k8s-app=kube-dns 53/UDP");
            }
            for (ServedPort port : caller.serves().values()) {
                for (String peer : port.from()) {
                    String pods =
                            World.name(Shop.fleet().platform().get(peer).pods().get(0));
                    open.add(pods + " -> " + name(caller) + " " + port.port() + "/" + port.protocol());
                }
            }
        }
        return open;
    }

    private static Set<String> opened(Manifests manifests, List<Declaration> fleet) {
        return new World(Shop.fleet(), fleet).opened(manifests.files());
    }

    private static String name(Declaration declaration) {
        return declaration.service().orElseThrow().name().toString();
    }

    /** Fleets with calls, consent and refusals thrown by a seed. */
    private static final class RandomFleet {

        private static final List<String> NAMESPACES = List.of("shop", "pay");

        static List<Declaration> of(long seed) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(8);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                names.add(NAMESPACES.get(random.nextInt(2)) + "/s" + i);
            }
            List<Declaration> fleet = new ArrayList<>();
            for (String name : names) {
                fleet.add(declaration(name, names, random));
            }
            return fleet;
        }

        private static Declaration declaration(String name, List<String> names, Random random) {
            Declared declared = service(name);
            declared.serves(served(port("a", 8000 + random.nextInt(3)).servicePort(80), names, random));
            declared.serves(served(port("b", 9000).protocol(pick(random, List.of(Protocol.values()))), names, random));
            for (String other : names) {
                if (random.nextInt(3) == 0) {
                    declared.calls(to("to-" + other.replace('/', '-'), other, random.nextBoolean() ? "a" : "b"));
                }
            }
            if (random.nextInt(4) == 0) {
                declared.external(
                        outside("mail").protocol(pick(random, List.of(Protocol.values()))),
                        "mail.example",
                        587,
                        World.FAR_HOST + "/32");
            }
            return declared.build();
        }

        private static Declared.Port served(Declared.Port port, List<String> names, Random random) {
            if (random.nextInt(4) == 0) {
                port.from(pick(random, List.of("ingress", "metrics")));
            }
            if (random.nextBoolean()) {
                port.nobody();
                names.stream().filter(any -> random.nextBoolean()).forEach(port::caller);
            }
            return port;
        }

        private static <T> T pick(Random random, List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
