package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectivityCommandTest {

    private static final String MANIFESTS = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}, spec: {}}}}
            ---
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: shop}, spec: {template: {metadata: {labels: {app: api}}, spec: {}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop}, spec: {selector: {app: api}, ports: [{port: 443, targetPort: 8443}]}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              policyTypes: [Egress]
              egress: [{to: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 8443}]}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: api}}
              policyTypes: [Ingress]
              ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}, {ipBlock: {cidr: 203.0.113.0/24}}]
                  ports: [{port: 8443}]
            """;

    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void manifests() throws IOException {
        file = Files.writeString(temp.resolve("all.yaml"), MANIFESTS);
    }

    @Test
    void aTableTellsWhatIsOpen() {
        CommandRun run = connectivity();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                FROM                    TO                    PORTS
                shop/web[Deployment]    shop/api[Deployment]  8443/TCP
                outside 203.0.113.0/24  shop/api[Deployment]  8443/TCP

                Service shop/front 443/TCP leads to shop/api[Deployment] 8443/TCP
                """);
        assertThat(run.err())
                .contains("read " + file + ": 3 policies, 2 workloads and pods, 1 Services, 0 Namespaces\n")
                .contains("not read, since they say nothing about connections: 1 v1 ConfigMap\n")
                .contains("note: an ipBlock is taken to match a pod with a known address");
    }

    @Test
    void aQuestionIsAnsweredWithItsRules() {
        assertThat(connectivity("--from", "shop/web", "--to", "shop/api", "--port", "8443/TCP", "--explain")
                        .out())
                .isEqualTo("""
                        shop/web[Deployment] -> shop/api[Deployment] 8443/TCP: open
                          egress of shop/web[Deployment]: opened by shop/web egress[0] (FILE:20)
                          ingress of shop/api[Deployment]: opened by shop/api ingress[0] (FILE:29)
                        """.replace("FILE", file.toString()));
        assertThat(connectivity("--from", "shop/api", "--to", "shop/web", "--port", "80", "--explain")
                        .out())
                .isEqualTo("""
                        shop/api[Deployment] -> shop/web[Deployment] 80/TCP: closed
                          egress of shop/api[Deployment]: closed by shop/deny (FILE:9), of which no rule opens it
                          ingress of shop/web[Deployment]: closed by shop/deny (FILE:9), of which no rule opens it
                        """.replace("FILE", file.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "--from, shop/web, shop/web",
        "--from, 203.0.113.9, outside",
        "--to, shop/front, shop/api",
        "--to, shop/api[Deployment], shop/api"
    })
    void aPartIsShownForOneEnd(String option, String name, String shown) {
        CommandRun run = connectivity(option, name, "--output", "csv");
        assertThat(run.out().lines().skip(1)).isNotEmpty();
        assertThat(connectivity(option, name, "--port", "9/UDP", "--output", "csv")
                        .out())
                .isEqualTo("from,to,ports\n");
        assertThat(connectivity(option, name).out()).contains(shown);
    }

    @Test
    void csvAndGraphsAreEscaped() {
        assertThat(connectivity("--output", "csv").out()).isEqualTo("""
                from,to,ports
                shop/web[Deployment],shop/api[Deployment],8443/TCP
                203.0.113.0/24,shop/api[Deployment],8443/TCP
                """);
        assertThat(connectivity("--output", "dot").out()).isEqualTo("""
                digraph connectivity {
                  rankdir=LR;
                  node [shape=box];
                  n0 [label="shop/api[Deployment]"];
                  n1 [label="shop/web[Deployment]"];
                  n1 -> n0 [label="8443/TCP"];
                  n2 [label="outside 203.0.113.0/24"];
                  n2 -> n0 [label="8443/TCP"];
                }
                """);
        assertThat(connectivity("--output", "mermaid").out()).isEqualTo("""
                flowchart LR
                  n0["shop/api#91;Deployment#93;"]
                  n1["shop/web#91;Deployment#93;"]
                  n1 -->|"8443/TCP"| n0
                  n2["outside 203.0.113.0/24"]
                  n2 -->|"8443/TCP"| n0
                """);
    }

    @Test
    void jsonTellsTheSameToPrograms() {
        JsonNode json =
                JsonMapper.shared().readTree(connectivity("--output", "json").out());
        assertThat(json.get("connections")).hasSize(2);
        assertThat(json.at("/connections/0").toString())
                .isEqualTo(
                        "{\"from\":{\"workloads\":[\"shop/web[Deployment]\"]},\"to\":{\"workloads\":"
                                + "[\"shop/api[Deployment]\"]},\"ports\":[{\"protocol\":\"TCP\",\"first\":8443,\"last\":8443}]}");
        assertThat(json.at("/connections/1/from/outside/0").asString()).isEqualTo("203.0.113.0/24");
        assertThat(json.at("/services/0/service").asString()).isEqualTo("shop/front");
        JsonNode answer = JsonMapper.shared()
                .readTree(connectivity("--from", "shop/web", "--to", "shop/api", "--output", "json")
                        .out());
        assertThat(answer.at("/answers/0/verdict").asString()).isEqualTo("partly-open");
        assertThat(answer.at("/answers/0/sides/1/openedBy/0/line").asInt()).isEqualTo(29);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--from=shop/none", "--explain", "--port=0", "--port=80/ICMP", "--ip-blocks=all", "--output=xml"
            })
    void wrongUseIsRefusedAndNothingIsWritten(String option) {
        CommandRun run = connectivity(option);
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void brokenManifestsAreRefusedWithTheirPlace() throws IOException {
        Files.writeString(file, MANIFESTS.replace("- from:", "- form:"));
        CommandRun run = connectivity("--output", "json");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .isEqualTo(
                        file + ":29:7: spec.ingress[0] has the unknown field form; the fields here are from, ports\n");
        assertThat(JsonMapper.shared().readTree(run.out()).at("/errors/0/line").asInt())
                .isEqualTo(29);
        Files.writeString(file, "{}");
        assertThat(connectivity().err()).contains("there is no NetworkPolicy and no workload here");
    }

    @Test
    void aDiffTellsWhatOpensAndCloses() throws IOException {
        Path now = Files.writeString(temp.resolve("new.yaml"), MANIFESTS.replace("203.0.113.0/24", "203.0.113.0/25"));
        CommandRun same = diff(file, file);
        assertThat(same.exit()).isZero();
        assertThat(same.out()).isEqualTo("0 opened, 0 closed, 2 unchanged\n");
        CommandRun closed = diff(file, now);
        assertThat(closed.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(closed.out()).isEqualTo("""
                CLOSES outside 203.0.113.128/25 -> shop/api[Deployment] 8443/TCP
                0 opened, 1 closed, 2 unchanged
                """);
        assertThat(diff(now, file, "--output", "csv").out()).isEqualTo("""
                change,from,to,ports
                opens,203.0.113.128/25,shop/api[Deployment],8443/TCP
                """);
        JsonNode json =
                JsonMapper.shared().readTree(diff(now, file, "--output", "json").out());
        assertThat(json.at("/opened/0/from/outside/0").asString()).isEqualTo("203.0.113.128/25");
        assertThat(json.get("unchanged").asInt()).isEqualTo(2);
        assertThat(diff(now, file, "--output", "mermaid").out()).contains("-->|\"+ 8443/TCP\"| n1");
        assertThat(diff(now, file, "--output", "dot").out()).contains("n0 -> n1 [label=\"+ 8443/TCP\"];");
        assertThat(diff(file, temp.resolve("none")).exit()).isEqualTo(ExitCode.REFUSED);
    }

    private CommandRun connectivity(String... options) {
        Object[] arguments = new Object[options.length + 3];
        arguments[0] = "netpol";
        arguments[1] = "connectivity";
        arguments[2] = file;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandRun.of(arguments);
    }

    private static CommandRun diff(Path old, Path now, String... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "netpol";
        arguments[1] = "diff";
        arguments[2] = old;
        arguments[3] = now;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandRun.of(arguments);
    }
}
