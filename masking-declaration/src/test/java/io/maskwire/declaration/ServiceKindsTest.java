package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.maskwire.declaration.Workload.Kind;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Services of several kinds, and what they do beside serving and calling. */
class ServiceKindsTest {

    @Test
    void readsSeveralWorkloadsSortedByName() {
        Service service = service("workloads: {worker: {selector: a=w}, api: {selector: a=a, kind: statefulset}}");
        assertThat(service.workloads())
                .containsExactly(
                        new Workload("api", Kind.STATEFULSET, Map.of("a", "a"), new Place("maskwire.yml", 1, 79)),
                        new Workload("worker", Kind.DEPLOYMENT, Map.of("a", "w"), new Place("maskwire.yml", 1, 54)));
    }

    @Test
    void isOneEnforcedDeploymentUnlessItSaysOtherwise() {
        Service service = service("owner: team-orders");
        assertThat(service.workloads())
                .extracting(Workload::kind, Workload::name)
                .containsExactly(tuple(Kind.DEPLOYMENT, ""));
        assertThat(service.enforce()).isEqualTo(Enforce.BOTH);
        assertThat(service.managed()).isTrue();
        assertThat(service.headless()).isFalse();
    }

    @Test
    void readsHowFarItIsAdopted() {
        Service service = service("kind: daemonset, headless: true, enforce: egress, managed: false");
        assertThat(service.enforce()).isEqualTo(Enforce.EGRESS);
        assertThat(service.managed()).isFalse();
        assertThat(service.headless()).isTrue();
        assertThat(service.workloads().get(0).kind()).isEqualTo(Kind.DAEMONSET);
    }

    @Test
    void readsGuests() {
        ServedPort port = read("serves: {https: {port: 8443, guests: {legacy/web: {until: 2027-01-31, why: moves},"
                        + " old: {until: 2028-02-29, selector: a=b}}}}")
                .serves()
                .get("https");
        assertThat(port.guests().get(new ServiceName("legacy", "web")))
                .isEqualTo(new ServedPort.Guest(
                        Map.of("app.kubernetes.io/name", "web"),
                        LocalDate.of(2027, 1, 31),
                        "moves",
                        new Place("maskwire.yml", 2, 39)));
        assertThat(port.guests().get(new ServiceName("shop", "old")).selector()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void whoConsumesATopicSeesWhatIsSentInClear() {
        Declaration declaration = read("classes: {email: {mask: erase}, name: {mask: erase}}\n"
                + "publishes: {shop.orders.v1: {sends: [email], why: events}}\n"
                + "consumes: {refunds: {receives: [name]}}\nuses: [traces, api-server]");
        assertThat(declaration.publishes().get("shop.orders.v1").sends()).containsExactly("email");
        assertThat(declaration.publishes().get("shop.orders.v1").consumers()).isEmpty();
        assertThat(declaration.consumes().get("refunds").receives()).isEqualTo(Set.of("name"));
        assertThat(declaration.uses().keySet()).containsExactly("api-server", "traces");
        Audience readers = Audience.topic("shop.orders.v1");
        for (Audience audience : List.of(readers, readers.over("publishes.shop.orders.v1"))) {
            assertThat(look(declaration, "email", audience)).isEqualTo(Masks.clear());
            assertThat(look(declaration, "name", audience)).isEqualTo(Masks.erase());
        }
    }

    private static Mask look(Declaration declaration, String dataClass, Audience audience) {
        return declaration
                .policy()
                .resolve(Classification.ofClass(dataClass), audience)
                .mask();
    }

    private static Service service(String keys) {
        return Declarations.read(DeclarationSource.text(
                        "maskwire.yml", "service: {name: orders, namespace: shop, " + keys + "}\n"))
                .service()
                .orElseThrow();
    }

    private static Declaration read(String rest) {
        return Declarations.read(
                DeclarationSource.text("maskwire.yml", "service: {name: orders, namespace: shop}\n" + rest + "\n"));
    }
}
