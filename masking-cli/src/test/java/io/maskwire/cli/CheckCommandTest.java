package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final String CUSTOMERS = "customers/declared.yml";
    private static final String PAYMENTS = "payments/maskwire.yml";
    private static final String ORDERS = "orders/src/main/resources/maskwire.yml";

    @TempDir
    private Path temp;

    private Path shop;
    private Path out;

    @BeforeEach
    void aShop() {
        shop = temp.resolve("shop");
        out = temp.resolve("k8s");
        Folders.shop(shop);
        Folders.put(shop, CUSTOMERS, Folders.CUSTOMERS + "identity: {jwt-claim: azp}\n");
    }

    private CommandRun check(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("netpol", "check", shop));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    private void generate() {
        assertThat(CommandRun.of("netpol", "generate", shop, "--out", out).exit())
                .isZero();
    }

    @Test
    void declarationsThatAgreeAreFine() {
        CommandRun run = check();
        assertThat(run.out()).isEqualTo("no finding\n");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("read " + shop + "/fleet.yml: fleet acme\n");
    }

    @Test
    void aFindingStandsWithFileLineRemedyAndRule() {
        Folders.put(shop, PAYMENTS, Folders.PAYMENTS.replace("accepts: [pan], ", ""));
        CommandRun run = check();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(
                        "DATA " + shop + "/" + ORDERS + ":8:3: calls.payments sends pan in clear, which pay/payments ("
                                + shop + "/" + PAYMENTS
                                + ":5:3) doesn't accept; take it out of sends, or ask the owner to add it"
                                + " to accepts [sends-not-accepted]\n1 finding: 1 DATA\n");
    }

    @Test
    void anAcceptedFindingIsNotToldByCheckNorByGenerate() {
        Folders.put(
                shop,
                PAYMENTS,
                Folders.PAYMENTS.replace("accepts: [pan], ", "")
                        + "accept: [{rule: sends-not-accepted, why: goes with the next release}]\n");
        assertThat(check().out()).isEqualTo("no finding\n");
        generate();
    }

    @Test
    void whatWasGeneratedIsCleanAndCheckWritesNothing() {
        generate();
        Map<String, String> before = Folders.contents(temp);
        CommandRun run = check("--against", out);
        assertThat(run.out()).isEqualTo("no finding\n");
        assertThat(run.exit()).isZero();
        assertThat(Folders.contents(temp)).isEqualTo(before);
    }

    @Test
    void anEditedFileIsFoundAndItsEdgeNamed() {
        generate();
        String text = Folders.contents(out).get("shop/customers.yaml");
        Folders.put(out, "shop/customers.yaml", text.replace("port: 8443", "port: 8081"));
        CommandRun run = check("--against", out);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "OPENS " + out + "/shop/customers.yaml:",
                        "shop/orders -> shop/customers on 8081/TCP, which no declaration does",
                        "CLOSES " + shop + "/" + ORDERS + ":9:3: shop/orders -> shop/customers on 8443/TCP is declared",
                        "2 findings: 1 OPENS, 1 CLOSES\n");
    }

    @Test
    void anExportOfOneFileIsReadToo() {
        generate();
        StringBuilder export = new StringBuilder();
        Folders.contents(out).forEach((file, text) -> {
            if (file.endsWith(".yaml")) {
                export.append("---\n").append(text);
            }
        });
        Path file = Folders.put(temp, "export.yaml", export.toString());
        assertThat(check("--against", file).out()).isEqualTo("no finding\n");
    }

    @Test
    void aBaseSaysWhatAPullRequestChanges() {
        Path base = temp.resolve("base");
        Folders.shop(base);
        Folders.put(base, CUSTOMERS, Folders.CUSTOMERS + "identity: {jwt-claim: azp}\n");
        assertThat(check("--base", base).out()).isEqualTo("no finding\n");
        Folders.put(shop, ORDERS, Folders.ORDERS + "  again: {to: pay/payments, port: other}\n");
        Folders.put(shop, PAYMENTS, Folders.PAYMENTS + "  other: {port: 9443, callers: {shop/orders: {}}}\n");
        CommandRun run = check("--base", base);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("OPENS " + shop + "/" + ORDERS + ":10:3: shop/orders -> pay/payments on 9443/TCP opens;")
                .contains("1 finding: 1 OPENS\n");
        assertThat(check("--base", base, "--fail-on", "data,error").exit()).isZero();
    }

    @Test
    void anEnvironmentIsComparedAsItWasGenerated() {
        Folders.put(shop, "environments/prod.yml", "environment: prod\nnamespaces: {shop: shop-prod}\n");
        Object[] prod = {"netpol", "generate", shop, "--out", out, "--env", "prod"};
        assertThat(CommandRun.of(prod).exit()).isZero();
        assertThat(check("--env", "prod", "--against", out).out()).isEqualTo("no finding\n");
        assertThat(check("--against", out).out())
                .contains(
                        "shop-prod/maskwire-orders is shop/maskwire-orders in the namespace shop-prod, as namespace of"
                                + " Kustomize moves it")
                .contains("map the namespace in an environment and generate for it");
    }

    @Test
    void workloadsAreCompared() {
        Path workloads = Folders.put(temp, "w.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app.kubernetes.io/name: orders}}
                    spec: {hostNetwork: true, containers: [{name: main, image: x}]}
                """);
        CommandRun run = check("--workloads", workloads);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("[host-network]\n", "[selects-nothing]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 1",
                "data; 1",
                "opens,data; 1",
                "opens,closes,error,stale; 0",
                "none; 0",
                "notes; 1",
            })
    void failOnChoosesTheKinds(String list, int exit) {
        Folders.put(shop, PAYMENTS, Folders.PAYMENTS.replace("accepts: [pan], ", ""));
        CommandRun run = list.isEmpty() ? check() : check("--fail-on", list);
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).contains("[sends-not-accepted]");
    }

    @Test
    void aNoteFailsNothingUnlessThatIsAskedFor() {
        Folders.put(shop, CUSTOMERS, "service: {name: customers, namespace: shop}\nserves:\n  https: {port: 8443}\n");
        Folders.put(shop, ORDERS, Folders.ORDERS.replace(", receives: [name]", ""));
        assertThat(check().out()).contains("[unnamed-callers]\n1 finding: 1 DATA\n");
        assertThat(check().exit()).isZero();
        assertThat(check("--fail-on", "notes").exit()).isEqualTo(1);
        assertThat(check("--fail-on", "data,notes").exit()).isEqualTo(1);
        assertThat(check("--fail-on", "opens,notes").exit()).isZero();
    }

    @Test
    void theSameFindingsComeAsJsonMarkdownAndSarif() {
        Folders.put(shop, PAYMENTS, Folders.PAYMENTS.replace("accepts: [pan], ", ""));
        JsonNode json = JsonMapper.shared().readTree(check("--output", "json").out());
        assertThat(json.at("/findings/0/rule").asString()).isEqualTo("sends-not-accepted");
        assertThat(json.at("/findings/0/line").asInt()).isEqualTo(8);
        assertThat(check("--output", "markdown").out())
                .startsWith("**maskwire:** 1 finding: 1 DATA\n")
                .contains("| **DATA** `sends-not-accepted` | ");
        JsonNode sarif = JsonMapper.shared().readTree(check("--output", "sarif").out());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("sends-not-accepted");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void brokenManifestsAreRefusedWithTheirPlace() {
        Path broken = Folders.put(temp, "broken.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: x, namespace: shop}
                spec: {podselector: {}}
                """);
        CommandRun run = check("--against", broken, "--output", "json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(broken + ":4:");
        assertThat(JsonMapper.shared().readTree(run.out()).at("/errors/0/line").asInt())
                .isEqualTo(4);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(check("--against", temp.resolve("missing")).exit()).isEqualTo(2);
        assertThat(check("--base", temp.resolve("missing")).exit()).isEqualTo(2);
        assertThat(check("--workloads", temp.resolve("missing")).exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fail-on all", "--fail-on data,none", "--fail-on data,", "--output yaml", "--wat"})
    void wrongUseIsOneLineThatPointsToHelp(String options) {
        CommandRun run = check((Object[]) options.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("maskwire: [^\\n]+; see maskwire netpol check --help\\n");
    }
}
