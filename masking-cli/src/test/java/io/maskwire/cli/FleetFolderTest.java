package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fleet.yml}, {@code environments} and {@code services} in one folder. */
class FleetFolderTest {

    private static final String ORDERS = """
            service:
              name: orders
              namespace: shop
              workloads:
                api: {selector: app=orders-api}
                worker: {selector: app=orders-worker}
            serves:
              https:
                port: 8443
                callers: {}
                guests: {legacy/web: {until: 2027-01-31, why: moves}}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            """;

    @TempDir
    private Path temp;

    private Path fleet;
    private Path out;

    @BeforeEach
    void aFleet() {
        fleet = temp.resolve("fleet");
        out = temp.resolve("k8s");
        Folders.put(fleet, "fleet.yml", """
                fleet: acme
                classes:
                  pan: {mask: redact, style: pan, only: [pay/payments]}
                """);
        Folders.put(
                fleet,
                "environments/prod.yml",
                "environment: prod\nnamespaces: {shop: shop-prod}\nplatform: {probes: ambient}\n");
        Folders.put(fleet, "services/shop/orders.yml", ORDERS);
        Folders.put(fleet, "services/pay/payments.yml", """
                service: {name: payments, namespace: pay}
                serves:
                  https: {port: 8443, accepts: [pan], callers: {shop/orders: {}}}
                """);
    }

    @Test
    void itsServicesKnowItsClasses() {
        CommandRun run = generate("--today", "2026-11-23");
        assertThat(run.err()).contains("read " + fleet.resolve("services/shop/orders.yml") + ": shop/orders\n");
        assertThat(run.out())
                .endsWith("fleet acme: 2 services, 1 edge between them, 0 findings; 6 files, 0 unchanged\n");
        assertThat(run.exit()).isZero();
        assertThat(Folders.contents(out))
                .containsOnlyKeys(
                        "default-deny/pay.yaml",
                        "default-deny/shop.yaml",
                        "maskwire.lock.json",
                        "pay/payments.yaml",
                        "shop/orders.api.yaml",
                        "shop/orders.worker.yaml");
    }

    @Test
    void anEnvironmentIsChosenByName() {
        CommandRun run = generate("--today", "2026-11-23", "--env", "prod");
        assertThat(run.err())
                .contains("read " + fleet.resolve("fleet.yml") + ": fleet acme, as it is in "
                        + fleet.resolve("environments/prod.yml"));
        assertThat(run.exit()).isZero();
        Map<String, String> files = Folders.contents(out);
        assertThat(files).containsKeys("shop-prod/orders.api.yaml", "default-deny/shop-prod.yaml");
        assertThat(files.get("shop-prod/orders.api.yaml")).contains("  namespace: shop-prod\n");
        assertThat(files.get("pay/payments.yaml"))
                .contains("# from shop-prod/orders to https", "kubernetes.io/metadata.name: shop-prod\n")
                .doesNotContain("name: shop\n");
    }

    @Test
    void anUnknownEnvironmentIsRefused() {
        assertRefused(
                generate("--env", "test"),
                fleet.resolve("environments/test.yml")
                        + ": there is no such environment; check the environment's name");
    }

    @Test
    void anEnvironmentWithoutAFleetIsRefused() {
        CommandRun run = CommandRun.of(
                "netpol",
                "generate",
                fleet.resolve("services/pay/payments.yml").toString(),
                "--out",
                out.toString(),
                "--env",
                "prod");
        assertRefused(run, "environments/prod.yml: there is no fleet.yml it could belong to");
    }

    @Test
    void anEnvironmentOfAnotherNameIsRefused() {
        Folders.put(fleet, "environments/test.yml", "environment: prod\n");
        assertRefused(
                generate("--env", "test"),
                fleet.resolve("environments/test.yml")
                        + ": says it is the environment prod; call the file prod.yml, or correct environment: NAME");
    }

    @Test
    void aServiceStandsWhereItsNameSays() {
        Path wrong = Folders.put(fleet, "services/shop/customers.yml", "service: {name: customers, namespace: crm}\n");
        assertRefused(
                generate(),
                wrong + ":1:1: declares another service than its place says, which is shop/customers;"
                        + " move it to services/NAMESPACE/NAME.yml");
        Path deep = Folders.put(fleet, "services/shop/a/b.yml", "service: {name: b, namespace: shop}\n");
        assertRefused(generate(), deep + ":1:1: declares another service than its place says");
    }

    @Test
    void problemsOfTheFleetAndItsServicesAreToldTogether() {
        Folders.put(fleet, "fleet.yml", "fleet: acme\nclasses: {pan: {mask: redact, style: pna}}\n");
        Folders.put(fleet, "services/pay/payments.yml", "service: {name: payments}\n");
        CommandRun run = generate();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("classes.pan.style is none of the known words", "service.namespace is missing")
                .doesNotContain("unknown class");
    }

    @Test
    void whenAGuestStayedTooLongThatIsFoundAndNoByteChanges() {
        assertThat(generate("--today", "2027-01-31").exit()).isZero();
        Map<String, String> before = Folders.contents(out);
        CommandRun run = generate("--today", "2027-02-01");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("services/shop/orders.yml:11:14: serves.https has the guest legacy/web until 2027-01-31,"
                        + " and that day is over; remove the guest, or agree on a later day [guest-overdue]");
        assertThat(Folders.contents(out)).isEqualTo(before);
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        CommandRun run = generate("--today", "tomorrow");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(Folders.contents(out)).isEmpty();
    }

    @Test
    void aWorkloadThatItsServiceNamesNoLongerGoes() {
        generate();
        Folders.put(
                fleet, "services/shop/orders.yml", ORDERS.replace("    worker: {selector: app=orders-worker}\n", ""));
        assertThat(generate().out()).contains("removed " + out.resolve("shop/orders.worker.yaml") + "\n");
        assertThat(Folders.contents(out))
                .containsKey("shop/orders.api.yaml")
                .doesNotContainKey("shop/orders.worker.yaml");
    }

    @Test
    void aServiceThatIsManagedNoLongerLosesItsPolicyAndItsNamespaceTheDefaultDeny() {
        generate();
        Folders.put(
                fleet,
                "services/shop/orders.yml",
                ORDERS.replace("  namespace: shop\n", "  namespace: shop\n  managed: false\n"));
        CommandRun run = generate("--today", "2026-11-23");
        assertThat(run.out())
                .contains(
                        "removed " + out.resolve("default-deny/shop.yaml"),
                        "removed " + out.resolve("shop/orders.api.yaml"),
                        "removed " + out.resolve("shop/orders.worker.yaml"),
                        "shop has no default deny, which would cut off orders (managed: false)");
        assertThat(run.exit()).as("adopted in parts is fine").isZero();
    }

    @Test
    void absenceIsNotRemoval() throws Exception {
        generate();
        Files.delete(fleet.resolve("services/shop/orders.yml"));
        Folders.put(fleet, "services/pay/payments.yml", "service: {name: payments, namespace: pay}\n");
        Map<String, String> before = Folders.contents(out);
        assertRefused(
                generate(),
                "shop/orders.api.yaml: is the policy of shop/orders, which no declaration names, and absence is not"
                        + " removal; pass its declaration too, or remove the policy with --remove shop/orders");
        assertThat(Folders.contents(out)).isEqualTo(before);
        assertThat(generate("--remove", "shop/orders").out())
                .contains(
                        "removed " + out.resolve("default-deny/shop.yaml"),
                        "removed " + out.resolve("shop/orders.api.yaml"),
                        "removed " + out.resolve("shop/orders.worker.yaml"));
    }

    private static void assertRefused(CommandRun run, String reason) {
        assertThat(run.err()).contains(reason);
        assertThat(run.exit()).isEqualTo(2);
    }

    private CommandRun generate(String... more) {
        List<String> args = new ArrayList<>(List.of("netpol", "generate", fleet.toString(), "--out", out.toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray());
    }
}
