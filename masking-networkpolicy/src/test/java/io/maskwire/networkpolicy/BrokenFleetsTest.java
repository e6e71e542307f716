package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.maskwire.declaration.DeclarationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a fleet and its declarations together can show to be wrong. */
class BrokenFleetsTest {

    private static final String FLEET = """
            fleet: shop
            platform:
              ingress: {namespace: ingress, selector: app=ingress}
            topics:
              orders: {broker: mq/kafka, port: kafka}
              lost: {broker: nobody}
              deaf: {broker: ingress}
              bare: {broker: mq/rabbit, port: amqp}
              odd: {broker: mq/kafka, port: admin}
            """;

    private static final String KAFKA = """
            ---
            service: {name: kafka, namespace: mq}
            serves: {kafka: {port: 9092}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    uses: [traces]                                                      | services.yml:2:8: uses names traces, which is no platform peer of the fleet; known are dns, ingress, probes; add it to fleet.yml with the port it serves
                    uses: [ingress]                                                     | services.yml:2:8: uses names ingress, a platform peer without a port; add port: NUMBER to it (fleet.yml:3:3)
                    external: {rates: {host: rates.example, port: 443, via: proxy}}     | services.yml:2:12: external.rates goes via proxy, which is no platform peer of the fleet
                    external: {rates: {host: rates.example, port: 443, via: ingress}}   | services.yml:2:12: external.rates goes via ingress, a platform peer without a port
                    publishes: {refunds: {}}                                            | services.yml:2:13: publishes.refunds is no topic of the fleet; known are bare, deaf, lost, odd, orders
                    consumes: {refunds: {}}                                             | services.yml:2:12: consumes.refunds is no topic of the fleet; known are
                    consumes: {orders: {}}                                              | fleet.yml:6:3: the broker of topics.lost is nobody, which is no platform peer of the fleet
                    consumes: {orders: {}}                                              | fleet.yml:7:3: the broker of topics.deaf is ingress, a platform peer without a port
                    consumes: {orders: {}}                                              | fleet.yml:8:3: the broker of topics.bare is mq/rabbit, which nobody declares; declare it, with managed: false if others write its policies
                    consumes: {orders: {}}                                              | fleet.yml:9:3: topics.odd wants the port admin, which mq/kafka doesn't serve; it serves kafka; write one of these
                    """)
    void tellsWhatIsWrong(String line, String problem) {
        assertThat(problems("service: {name: orders, namespace: shop}\n" + line + "\n" + KAFKA))
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {name: a, namespace: shop, workloads: {x: {selector: app=a}, y: {selector: "app=a,tier=b"}}} | services.yml:1:71: every pod that the selector of shop/a.y selects is selected by shop/a.x
                    {name: a, namespace: shop, workloads: {x: {selector: app=kafka}}}                            | services.yml:3:1: every pod that the selector of shop/b selects is selected by shop/a.x (services.yml:1:49)
                    """)
    void podsOfTwoWorkloadsAreApart(String service, String problem) {
        String other = "---\nservice: {name: b, namespace: shop, selector: app=kafka}\n";
        assertThat(problems("service: " + service + "\n" + other + KAFKA)).contains(problem);
    }

    private static String problems(String services) {
        DeclarationException refused = catchThrowableOfType(
                DeclarationException.class, () -> FleetFiles.of(FLEET, services).manifests());
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }
}
