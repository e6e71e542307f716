package io.maskwire.networkpolicy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code rules.txt}: a line {@code === RULE, found|fine: title}, manifests, and all findings, each behind
 * {@code >>>}.
 */
class LintTest {

    record Case(String rule, boolean found, String title, String text, List<String> findings) {

        static Case of(String part) {
            List<String> lines = part.lines().toList();
            String[] head = lines.get(0).split("[,:] ", 3);
            String text = String.join(
                    "\n",
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith(">>> "))
                            .toList());
            List<String> findings = lines.stream()
                    .filter(line -> line.startsWith(">>> "))
                    .map(line -> line.substring(4))
                    .toList();
            return new Case(head[0], head[1].equals("found"), head[2], text + "\n", findings);
        }

        @Override
        public String toString() {
            return rule + ", " + (found ? "found" : "fine") + ": " + title;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = LintTest.class.getResourceAsStream("/lint/rules.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(Case::of).toList();
        }
    }

    static List<Case> found() throws IOException {
        return cases().stream().filter(Case::found).toList();
    }

    static Stream<FindingRule> ofLint() {
        return EnumSet.range(FindingRule.SERVICE_PORT_IN_POLICY, FindingRule.SELECTS_HOST_NETWORK).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsThisAndNothingElse(Case one) {
        assertThat(findings(one.text())).isEqualTo(one.findings());
    }

    @ParameterizedTest
    @MethodSource("ofLint")
    void everyRuleFindsAndLeavesAlone(FindingRule rule) throws IOException {
        List<Case> cases =
                cases().stream().filter(one -> one.rule().equals(rule.id())).toList();
        assertThat(cases).anyMatch(Case::found).anyMatch(one -> !one.found());
        assertThat(cases)
                .allMatch(one -> String.join("", one.findings()).contains("[" + rule.id() + "]") == one.found());
    }

    @ParameterizedTest
    @MethodSource("found")
    void aFindingIsAcceptedWithAReason(Case one) {
        String accepting = annotated(one, one.rule() + ": known to us, and the team agrees");
        assertThat(findings(accepting))
                .isNotEqualTo(one.findings())
                .noneMatch(finding -> finding.endsWith("[" + one.rule() + "]"));
    }

    @ParameterizedTest
    @MethodSource("found")
    void aFindingIsNotAcceptedWithoutAReason(Case one) {
        assertThat(findings(annotated(one, one.rule())))
                .anyMatch(finding -> finding.endsWith("[" + one.rule() + "]"))
                .anyMatch(finding -> finding.contains("without a reason, which accepts nothing"));
    }

    private static String annotated(Case one, String annotation) {
        assertThat(one.text()).contains("kind: NetworkPolicy\nmetadata: {");
        return one.text()
                .replace(
                        "kind: NetworkPolicy\nmetadata: {",
                        "kind: NetworkPolicy\nmetadata: {annotations: {maskwire.io/accept: \"" + annotation + "\"}, ")
                .replace("}, annotations: {", ", ")
                .replaceAll("(maskwire.io/accept: \"[^\"]*\")\\}, (.*)annotations: \\{", "$1}, $2marks: {");
    }

    @Test
    void whatIsAcceptedInVainIsTold() throws IOException {
        Case fine = cases().stream().filter(one -> !one.found()).findFirst().orElseThrow();
        assertThat(findings(annotated(fine, "wide-block: known; wide-blok: mistyped")))
                .contains(
                        "ERROR m.yaml:1:1: shop/p accepts wide-block, which finds nothing here; remove it, or write the rule"
                                + " that stands in brackets behind the finding [unused-acceptance]",
                        "ERROR m.yaml:1:1: shop/p accepts wide-blok, which is no rule; remove it, or write the rule that"
                                + " stands in brackets behind the finding [unused-acceptance]");
    }

    private static List<String> findings(String text) {
        return Lint.check(ManifestReader.read(List.of(ManifestSource.text("m.yaml", text)))).stream()
                .map(Finding::toString)
                .toList();
    }
}
