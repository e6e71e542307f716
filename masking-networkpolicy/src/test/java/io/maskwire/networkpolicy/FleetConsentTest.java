package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.data.DataOnEdges;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ends of edges and topics agree to under a fleet's rules. */
class FleetConsentTest {

    private static final String TWO = """
            service: {name: web, namespace: shop}
            calls: {api: {to: api, port: https}}
            ---
            service: {name: api, namespace: shop}
            serves: {https: {port: 8443}}
            """;

    @Test
    void aPortWithoutCallersIsOpenToWhoeverDeclaresTheCall() {
        FleetFiles fleet = FleetFiles.of("fleet: shop\n", TWO);
        assertThat(fleet.open()).contains("shop/web -> shop/api 8443/TCP");
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void withNamedConsentItIsOpenToNobody() {
        FleetFiles fleet = FleetFiles.of("fleet: shop\nconsent: named\n", TWO);
        assertThat(fleet.open()).isEmpty();
        assertThat(fleet.findings())
                .containsExactly("ERROR services.yml:2:9: calls.api is left out: shop/api (services.yml:5:10) names no"
                        + " callers of https, and the fleet has consent: named; ask its owner to write callers:"
                        + " {shop/web: {}} [no-consent]");
        assertThat(FleetFiles.of(
                                "fleet: shop\nconsent: named\n",
                                TWO.replace("{port: 8443}", "{port: 8443, callers: {web: {}}}"))
                        .findings())
                .isEmpty();
    }

    @Test
    void aMeshThatEncryptsLetsDataCrossInClearBetweenThoseInIt() {
        String services = """
                service: {name: web, namespace: shop}
                classes: {email: {mask: erase}}
                calls: {api: {to: pay/api, port: http, sends: [email]}}
                ---
                service: {name: api, namespace: pay}
                classes: {email: {mask: erase}}
                serves: {http: {port: 8080, accepts: [email], callers: {shop/web: {}}}}
                """;
        String prod = "environment: prod\ntransport: mesh\n";
        assertThat(dataRules("fleet: shop\n", "environment: prod\n", services)).contains(FindingRule.CLEAR_WITHOUT_TLS);
        assertThat(dataRules("fleet: shop\n", prod, services)).doesNotContain(FindingRule.CLEAR_WITHOUT_TLS);
        assertThat(dataRules("fleet: shop\nnamespaces: {pay: {mesh: none}}\n", prod, services))
                .as("an end that isn't in the mesh")
                .contains(FindingRule.CLEAR_WITHOUT_TLS);
    }

    private static List<FindingRule> dataRules(String fleet, String environment, String services) {
        Fleet read = Declarations.readFleet(
                DeclarationSource.text("fleet.yml", fleet), DeclarationSource.text("prod.yml", environment));
        return DataOnEdges.check(
                        read,
                        Declarations.readAll(DeclarationSource.text("services.yml", services), read),
                        FleetFiles.TODAY)
                .stream()
                .map(Finding::rule)
                .toList();
    }

    private static final String TOPIC = "fleet: shop\nclasses: {email: {mask: erase, only: ["
            + "\"topic:orders\", shop/web]}}\ntopics: {orders: {broker: mq/kafka, port: kafka}}\n";

    private static final String ENDS = """
            service: {name: orders, namespace: shop}
            publishes: {orders: {sends: [email], consumers: [web]}}
            ---
            service: {name: web, namespace: shop}
            consumes: {orders: {receives: [email]}}
            ---
            service: {name: kafka, namespace: mq}
            serves: {kafka: {port: 9092, callers: {shop/orders: {}, shop/web: {}}}}
            """;

    @Test
    void aTopicOpensTheWayToItsBrokerAndNotToItsConsumers() {
        FleetFiles fleet = FleetFiles.of(TOPIC, ENDS);
        assertThat(fleet.open())
                .contains("shop/orders -> mq/kafka 9092/TCP", "shop/web -> mq/kafka 9092/TCP")
                .noneMatch(line -> line.startsWith("shop/orders -> shop/web"));
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void aBrokerThatDoesntNameThePublisherLetsNobodyIn() {
        FleetFiles fleet = FleetFiles.of(TOPIC, ENDS.replace("{shop/orders: {}, shop/web: {}}", "{shop/web: {}}"));
        assertThat(fleet.open()).noneMatch(line -> line.startsWith("shop/orders -> mq/kafka"));
        assertThat(fleet.findings())
                .containsExactly("ERROR services.yml:2:13: publishes.orders is left out: the broker mq/kafka"
                        + " (services.yml:8:10) doesn't name shop/orders among the callers of kafka; ask its owner to add"
                        + " shop/orders to callers [no-consent]");
    }

    @Test
    void whatAMessageCarriesIsAcceptedByEachConsumer() {
        assertThat(FleetFiles.of(TOPIC, ENDS.replace("receives: [email]", "")).findings())
                .containsExactly("DATA services.yml:2:13: publishes.orders sends email in clear, which its consumer"
                        + " shop/web (services.yml:5:12) doesn't accept; take it out of sends, or ask the owner to add it"
                        + " to receives: all consumers read the same message [topic-not-accepted]");
        assertThat(FleetFiles.of(TOPIC, ENDS.replace("sends: [email], ", "")).findings())
                .containsExactly("DATA services.yml:5:12: consumes.orders wants to receive email in clear, which no"
                        + " declared publisher sends; take it out of receives, or ask a publisher's owner to add it to"
                        + " sends [topic-not-sent]");
    }

    @Test
    void aClassReachesNoConsumerItIsNotFor() {
        String another = ENDS.replace("consumers: [web]", "consumers: [web, spy]")
                + "---\nservice: {name: spy, namespace: shop}\nconsumes: {orders: {}}\n";
        assertThat(FleetFiles.of(TOPIC, another).findings())
                .contains("DATA services.yml:2:13: publishes.orders brings email in clear to shop/spy, but the class is"
                        + " only for shop/web, topic:orders (fleet.yml:2:11); add shop/spy to only, or take the class out"
                        + " of sends [class-reach]");
    }

    @Test
    void aDayChangesFindingsAndNoFile() {
        FleetFiles fleet = FleetFiles.of(
                "fleet: shop\n",
                "service: {name: api, namespace: shop}\nserves: {https: {port: 8443, guests: {old: {until: 2027-01-31}}}}\n");
        Manifests before = fleet.manifests(LocalDate.of(2027, 1, 31));
        Manifests after = fleet.manifests(LocalDate.of(2027, 2, 1));
        assertThat(before.findings()).isEmpty();
        assertThat(after.findings()).extracting(Finding::rule).containsExactly(FindingRule.GUEST_OVERDUE);
        assertThat(after.files()).isEqualTo(before.files());
    }

    @Test
    void theDigestOfAWorkloadChangesWithWhatItsTopicsCarry() {
        String without = FleetFiles.of(
                        TOPIC, ENDS.replace("sends: [email], ", "").replace("receives: [email]", ""))
                .manifests()
                .files()
                .get("shop/orders.yaml");
        String with = FleetFiles.of(TOPIC, ENDS).manifests().files().get("shop/orders.yaml");
        assertThat(with.lines().filter(line -> !without.contains(line)).toList())
                .hasSize(2)
                .anyMatch(line -> line.contains("maskwire.io/edges"))
                .anyMatch(line -> line.contains("; messages email"));
    }
}
