package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {

    private static final String DENY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            """;

    @TempDir
    private Path temp;

    @Test
    void aMistakeStandsWithItsPlaceAndEndsWithOne() {
        Path file = Folders.put(temp, "k8s/deny.yaml", DENY);
        CommandRun run = CommandRun.of("netpol", "lint", temp);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("read 1 policies, 0 workloads, 0 Services\n");
        assertThat(run.out())
                .startsWith("OPENS " + file + ":1:1: shop/deny denies ingress by default, and no policy")
                .endsWith("[egress-open]\n1 finding: 1 OPENS\n");
    }

    @Test
    void anAcceptedMistakeIsFine() {
        Folders.put(
                temp,
                "deny.yaml",
                DENY.replace(
                        "{name: deny,",
                        "{name: deny, annotations: {maskwire.io/accept: \"egress-open: a build farm\"},"));
        CommandRun run = CommandRun.of("netpol", "lint", temp);
        assertThat(run.out()).isEqualTo("no finding\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void whatIsGeneratedHasNoMistake() {
        Folders.shop(temp.resolve("shop"));
        CommandRun.of("netpol", "generate", temp.resolve("shop"), "--out", temp.resolve("k8s"));
        CommandRun run = CommandRun.of("netpol", "lint", temp.resolve("k8s"));
        assertThat(run.out()).isEqualTo("no finding\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void formatsAndFailOnAreThoseOfCheck() {
        Folders.put(temp, "deny.yaml", DENY);
        CommandRun run = CommandRun.of("netpol", "lint", temp, "--output", "sarif", "--fail-on", "closes");
        assertThat(run.exit()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(run.out())
                        .at("/runs/0/results/0/ruleId")
                        .asString())
                .isEqualTo("egress-open");
    }

    @Test
    void whatIsNotThereOrBrokenIsRefused() {
        assertThat(CommandRun.of("netpol", "lint", temp.resolve("missing")).exit())
                .isEqualTo(2);
        Folders.put(temp, "broken.yaml", DENY.replace("podSelector", "podselector"));
        CommandRun run = CommandRun.of("netpol", "lint", temp);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("broken.yaml:4:", "podselector");
    }
}
