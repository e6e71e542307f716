package io.maskwire.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FleetMojoTest {

    private static final String ORDERS = """
            service: {name: orders, namespace: shop}
            classes:
              pan: {mask: redact, style: pan, only: [pay/payments]}
            fields:
              any-pan: {path: "$..pan", class: pan}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            """;
    private static final String PAYMENTS = """
            service: {name: payments, namespace: pay}
            classes:
              pan: {mask: redact, style: pan, only: [pay/payments]}
            serves:
              https: {port: 8443, accepts: [pan], callers: {shop/orders: {}}}
            """;

    @TempDir
    private Path temp;

    private Path fleet;
    private Path out;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void aFleet() {
        fleet = temp.resolve("fleet");
        out = temp.resolve("k8s");
        put("fleet.yml", "fleet: acme\n");
        put("orders/maskwire.yml", ORDERS);
        put("payments/maskwire.yml", PAYMENTS);
    }

    private Path put(String name, String text) {
        try {
            Path file = fleet.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <M extends FleetMojo> M at(M mojo) {
        mojo.basedir = fleet.toFile();
        mojo.setLog(log());
        return mojo;
    }

    private Log log() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add("INFO " + line);
            }

            @Override
            public void warn(CharSequence line) {
                log.add("WARN " + line);
            }

            @Override
            public void error(CharSequence line) {
                log.add("ERROR " + line);
            }
        };
    }

    private GenerateMojo generate() {
        GenerateMojo mojo = at(new GenerateMojo());
        mojo.out = out.toFile();
        return mojo;
    }

    private void disagree() {
        put("payments/maskwire.yml", PAYMENTS.replace("accepts: [pan], ", ""));
    }

    @Test
    void theProjectsFolderIsReadAndItsPoliciesAreWritten() throws Exception {
        generate().execute();
        assertThat(out.resolve("shop/orders.yaml"))
                .content(StandardCharsets.UTF_8)
                .contains("# to pay/payments:https");
        assertThat(log).contains("INFO created " + out.resolve("shop/orders.yaml"), "INFO no finding");
        log.clear();
        generate().execute();
        assertThat(log).noneMatch(line -> line.startsWith("INFO created"));
    }

    @Test
    void aFindingFailsTheCheckWithFileAndLine() {
        disagree();
        assertThatThrownBy(at(new CheckMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 finding: 1 DATA; settle what stands above, or see maskwire.failOn");
        assertThat(log)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ERROR DATA " + fleet.resolve("orders/maskwire.yml") + ":7:3: ")
                        .endsWith("[sends-not-accepted]"));
    }

    @Test
    void onlyTheFindingsOfFailOnFail() throws Exception {
        disagree();
        CheckMojo check = at(new CheckMojo());
        check.failOn = "opens,closes";
        check.execute();
        assertThat(log).contains("INFO 1 finding: 1 DATA");
        check.failOn = "data";
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void generateFailsOnFindingsAfterItWrote() {
        put("payments/maskwire.yml", PAYMENTS.replace("shop/orders: {}", ""));
        assertThatThrownBy(generate()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 finding: 1 ERROR");
        assertThat(out.resolve("shop/orders.yaml")).exists();
    }

    @Test
    void anEditedPolicyIsFoundAgainstTheFolder() throws Exception {
        generate().execute();
        Path policy = out.resolve("shop/orders.yaml");
        Files.writeString(policy, Files.readString(policy).replace("port: 8443", "port: 8444"));
        CheckMojo check = at(new CheckMojo());
        check.against = List.of(out.toFile());
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log)
                .anyMatch(line -> line.endsWith("[policy-opens]"))
                .anyMatch(line -> line.endsWith("[policy-closes]"));
    }

    @Test
    void theBaseSaysWhatOpens() {
        Path before = temp.resolve("before");
        Path now = fleet;
        fleet = before;
        put("orders/maskwire.yml", ORDERS.substring(0, ORDERS.indexOf("calls:")));
        put("payments/maskwire.yml", PAYMENTS);
        fleet = now;
        CheckMojo check = at(new CheckMojo());
        check.base = List.of(before.toFile());
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log).anyMatch(line -> line.endsWith("[edge-opened]"));
    }

    @Test
    void aWorkloadThatNoDeclarationSelectsIsFound() {
        CheckMojo check = at(new CheckMojo());
        check.workloads = List.of(put("rendered/pods.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: other, namespace: shop, labels: {app: other}}
                spec: {containers: [{name: main, image: other}]}
                """).toFile());
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log).anyMatch(line -> line.endsWith("[unselected-workload]"));
    }

    @Test
    void aBrokenDeclarationIsRefusedWithItsPlaceAndNothingIsWritten() {
        put("orders/maskwire.yml", ORDERS.replace("mask: redact", "mask: redcat"));
        assertThatThrownBy(generate()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(fleet.resolve("orders/maskwire.yml") + ":3:");
        assertThat(out).doesNotExist();
    }

    @Test
    void aProfileWritesItsOwnKindOfPolicy() throws Exception {
        GenerateMojo generate = generate();
        generate.profile = "cilium-staged";
        generate.execute();
        assertThat(out.resolve("shop/orders.yaml"))
                .content(StandardCharsets.UTF_8)
                .contains("kind: CiliumNetworkPolicy")
                .contains("enableDefaultDeny");
    }

    @Test
    void aServiceThatIsGoneStopsTheBuildUntilItIsRemovedByName() throws Exception {
        generate().execute();
        put("orders/maskwire.yml", ORDERS.substring(0, ORDERS.indexOf("calls:")));
        Files.delete(fleet.resolve("payments/maskwire.yml"));
        assertThatThrownBy(generate()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("absence is not removal");
        assertThat(out.resolve("pay/payments.yaml")).exists();
        GenerateMojo generate = generate();
        generate.remove = List.of("pay/payments");
        generate.execute();
        assertThat(out.resolve("pay")).doesNotExist();
        assertThat(log).contains("INFO removed " + out.resolve("pay/payments.yaml"));
    }

    @Test
    void findingsGoToAFileInTheFormatOfItsEndingAlsoIfTheyFail() throws Exception {
        disagree();
        assertThat(report("findings.txt")).endsWith("[sends-not-accepted]\n1 finding: 1 DATA\n");
        assertThat(report("findings.md")).startsWith("**maskwire:** 1 finding: 1 DATA\n");
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(report("findings.json")).at("/findings/0/rule").asString())
                .isEqualTo("sends-not-accepted");
        assertThat(json.readTree(report("findings.sarif"))
                        .at("/runs/0/results/0/ruleId")
                        .asString())
                .isEqualTo("sends-not-accepted");
    }

    private CheckMojo reporting(String name) {
        CheckMojo check = at(new CheckMojo());
        check.report = temp.resolve("target/reports").resolve(name).toFile();
        return check;
    }

    private String report(String name) throws IOException {
        CheckMojo check = reporting(name);
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        return Files.readString(temp.resolve("target/reports").resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void aReportOfAnEarlierBuildDoesNotStayWhenDeclarationsAreRefused() throws Exception {
        CheckMojo check = reporting("findings.txt");
        check.execute();
        assertThat(check.report).content(StandardCharsets.UTF_8).isEqualTo("no finding\n");
        put("orders/maskwire.yml", ORDERS.replace("mask: redact", "mask: redcat"));
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        assertThat(check.report).doesNotExist();
    }

    @Test
    void aReportThatCannotBeWrittenFailsTheBuild() throws Exception {
        Files.writeString(temp.resolve("target"), "");
        assertThatThrownBy(reporting("findings.txt")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("findings.txt: can't be written (");
    }

    @Test
    void aFolderWithoutDeclarationIsRefused() throws IOException {
        FleetMojo check = at(new CheckMojo());
        check.basedir = Files.createDirectory(temp.resolve("empty")).toFile();
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no declaration with a service here");
    }

    @Test
    void wrongWordsAreRefusedBeforeAnythingIsWritten() {
        GenerateMojo generate = generate();
        generate.failOn = "everything";
        assertThatThrownBy(generate::execute).hasMessageStartingWith("maskwire.failOn: write opens, closes");
        generate.failOn = null;
        generate.today = "tomorrow";
        assertThatThrownBy(generate::execute).hasMessage("maskwire.today: write YYYY-MM-DD");
        generate.today = null;
        generate.profile = "calico";
        assertThatThrownBy(generate::execute)
                .hasMessage("maskwire.profile: write core, cilium, cilium-staged or calico-staged");
        generate.profile = "core";
        generate.remove = List.of("payments");
        assertThatThrownBy(generate::execute).hasMessage("maskwire.remove: write NAMESPACE/NAME");
        assertThatThrownBy(reporting("findings.xml")::execute)
                .hasMessage("maskwire.report: end the file's name with .json, .md, .sarif, .txt");
        InventoryMojo inventory = inventory("xml");
        assertThatThrownBy(inventory::execute).hasMessage("maskwire.format: write text or json");
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(fleet));
    }

    @Test
    void whatIsSkippedDoesNothing() throws Exception {
        disagree();
        for (FleetMojo mojo : List.of(generate(), at(new CheckMojo()), inventory("text"))) {
            mojo.skip = true;
            mojo.execute();
        }
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(fleet));
        assertThat(log).hasSize(3).containsOnly("INFO skipped (maskwire.skip)");
    }

    private InventoryMojo inventory(String format) {
        InventoryMojo mojo = at(new InventoryMojo());
        mojo.inventoryDirectory = temp.resolve("target").toFile();
        mojo.format = format;
        return mojo;
    }

    @Test
    void theInventoryIsWrittenForPeople() throws Exception {
        inventory("text").execute();
        assertThat(temp.resolve("target/inventory.txt"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("""
                pay/payments (%1$s/payments/maskwire.yml:1:1)
                  pan: redact().style(PAN)
                    only service:pay/payments
                shop/orders (%1$s/orders/maskwire.yml:1:1)
                  pan: redact().style(PAN)
                    at $..pan
                    only service:pay/payments
                    in clear for service:pay/payments, service:pay/payments over calls.payments
                """.formatted(fleet));
    }

    @Test
    void theInventoryIsWrittenForPrograms() throws Exception {
        inventory("json").execute();
        JsonNode services = new JsonMapper()
                .readTree(temp.resolve("target/inventory.json").toFile())
                .get("services");
        assertThat(services.get(1).get("service").asString()).isEqualTo("shop/orders");
        assertThat(services.get(1).get("classes").get(0).get("paths").get(0).asString())
                .isEqualTo("$..pan");
    }
}
