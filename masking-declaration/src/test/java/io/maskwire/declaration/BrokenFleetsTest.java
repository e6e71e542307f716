package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fleet and its environments can't say. */
class BrokenFleetsTest {

    private static final String LABEL =
            "use at most 63 lower-case letters, digits and -, with a letter or digit at both ends";
    private static final String TOPIC =
            "use at most 249 letters, digits, ., _ and -, with a letter or digit at the start";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    consent: maybe                                              | 2:10: consent is none of the known words; known words are declared, named
                    mesh: istio                                                 | 2:7: mesh is none of the known words; known words are none, istio-sidecar, istio-ambient
                    namespaces: {Shop: {}}                                      | 2:14: "Shop" can't be the name of a namespace; LABEL
                    namespaces: {shop: {default-deny: when-complete}}           | 2:14: namespaces.shop.workloads is missing; add workloads: [NAME, …], all services that run in it
                    namespaces: {shop: {default-deny: later}}                   | 2:35: namespaces.shop.default-deny is none of the known words; known words are now, when-complete, off
                    namespaces: {shop: {workloads: [shop/a]}}                   | 2:33: namespaces.shop.workloads names no service; LABEL
                    namespaces: {shop: {managed: never}}                        | 2:30: namespaces.shop.managed must be true or false, but this is text; write true or false without quotes
                    platform: {m: {pods: []}}                                   | 2:22: platform.m.pods is an empty list; name something or remove the key
                    platform: {m: {pods: {namespace: a}}}                       | 2:22: platform.m.pods must be a list, but this is keys with values; write [{…}, …]
                    platform: {m: {pods: [{namespace: a}]}}                     | 2:23: platform.m.pods[0].selector is missing; add selector: LABEL=VALUE
                    platform: {m: {namespace: a, pods: [{namespace: a, selector: a=b}]}} | 2:16: platform.m.namespace stands beside pods; say it for each entry of pods
                    platform: {m: {namespace: a, cidrs: [10.0.0.1/32]}}         | 2:12: platform.m.selector is missing; add selector: LABEL=VALUE
                    platform: {m: {cidrs: [10.0.0.1/8]}}                        | 2:24: an address in platform.m.cidrs has bits set behind its prefix; write the network's first address and prefix, such as 203.0.113.0/24
                    platform: {m: {cidrs: [10.0.0.1/32], port: https}}          | 2:44: platform.m.port must be a whole number from 1 to 65535, but this is text; write a number such as 4317, or a list of such numbers
                    platform: {m: {cidrs: [10.0.0.1/32], port: [443, 0]}}       | 2:50: platform.m.port[1] is not a whole number from 1 to 65535; write a number such as 4317, or a list of such numbers
                    platform: {m: {cidrs: [10.0.0.1/32], port: [443, 443]}}     | 2:50: platform.m.port names a port twice; remove one of the two
                    platform: {m: {cidrs: [10.0.0.1/32], port: []}}             | 2:44: platform.m.port is an empty list; name something or remove the key
                    platform: {probes: always}                                  | 2:20: platform.probes is none of the known words; write none, ambient, or {nodes: [ADDRESS/PREFIX]}
                    platform: {probes: {}}                                      | 2:12: platform.probes.nodes is missing; add nodes: [ADDRESS/PREFIX], the addresses of the nodes
                    topics: {"a b": {broker: queue}}                            | 2:10: (not shown) can't be the name of a topic; TOPIC
                    topics: {orders: {}}                                        | 2:10: topics.orders.broker is missing; add broker: NAMESPACE/NAME, or the name of a platform peer with ports
                    topics: {orders: {broker: m/kafka}}                         | 2:10: topics.orders.port is missing; add port: NAME, the name that the broker gives the port under serves
                    topics: {orders: {broker: queue, port: amqp}}               | 2:34: topics.orders.port stands beside a platform peer, which has its own ports; remove it here
                    classes: {pan: {mask: erase, only: [payments]}}             | 2:37: classes.pan.only names a service without its namespace; write NAMESPACE/NAME
                    fields: {pan: {path: $..pan, class: pan}}                   | 2:37: fields.pan.class names the unknown class "pan"; there are no classes yet; declare it first
                    """)
    void aFleetTellsWhatIsWrong(String line, String problem) {
        assertThat(problem("fleet: shop\n" + line + "\n", "environment: prod\n"))
                .isEqualTo(
                        "fleet.yml:" + problem.replace("; LABEL", "; " + LABEL).replace("TOPIC", TOPIC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    namespaces: {}                                      | 1:1: environment is missing; add environment: NAME
                    {environment: prod, namespaces: {shop: Prod}}       | 1:40: namespaces.shop is no name of a namespace; LABEL
                    {environment: prod, namespaces: {a: x, b: x}}       | 1:40: namespaces gives "a" and "b" the same name; keep namespaces apart, since policies are per namespace
                    {environment: prod, transport: tls}                 | 1:32: transport is none of the known words; known words are mesh
                    {environment: prod, external: {"https://a": {}}}    | 1:32: "https://a" can't be the name of an external host; write the host as declarations do, in lower case, without scheme, port and path
                    {environment: prod, external: {a.example: {}}}      | 1:32: external.a.example.cidrs is missing; add cidrs: [ADDRESS/PREFIX]
                    {environment: prod, consent: named}                 | 1:21: unknown key "consent"; known keys are environment, namespaces, transport, mesh, platform, external
                    """)
    void anEnvironmentTellsWhatIsWrong(String text, String problem) {
        assertThat(problem("fleet: shop\n", text)).isEqualTo("prod.yml:" + problem.replace("; LABEL", "; " + LABEL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    namespaces: {shop: {}, prod: {}} | 2:24: namespaces.prod is the same namespace in this environment as the one at fleet.yml:2:14; map one of them to another name
                    """)
    void anEnvironmentKeepsTheFleetsNamespacesApart(String line, String problem) {
        assertThat(problem("fleet: shop\n" + line + "\n", "{environment: prod, namespaces: {shop: prod}}"))
                .isEqualTo("fleet.yml:" + problem);
    }

    private static String problem(String fleet, String environment) {
        DeclarationException refused = catchThrowableOfType(
                DeclarationException.class,
                () -> Declarations.readFleet(
                        DeclarationSource.text("fleet.yml", fleet), DeclarationSource.text("prod.yml", environment)));
        assertThat(refused).isNotNull();
        return refused.problems().get(0).toString();
    }
}
