package io.maskwire.networkpolicy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code rules.txt}: a line {@code === RULE, found|fine|accepted: title}, declarations, and all findings,
 * each behind {@code >>>}.
 */
class DataOnEdgesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Fleet FLEET = Declarations.readFleet(DeclarationSource.text("fleet.yml", """
            fleet: acme
            platform:
              ingress: {namespace: ingress-nginx, selector: app.kubernetes.io/name=ingress-nginx}
              broker: {namespace: kafka, selector: app=kafka, port: 9092}
            topics:
              order-events: {broker: broker, over: kafka}
            """));

    record Case(String rule, String sort, String title, String text, List<String> findings) {

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
            return new Case(head[0], head[1], head[2], text + "\n", findings);
        }

        @Override
        public String toString() {
            return rule + ", " + sort + ": " + title;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = DataOnEdgesTest.class.getResourceAsStream("/data/rules.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(Case::of).toList();
        }
    }

    static Stream<FindingRule> aboutData() {
        Set<FindingRule> ofConnections = Set.of(FindingRule.UNDECLARED_CONNECTION, FindingRule.OTHER_TRANSPORT);
        return EnumSet.allOf(FindingRule.class).stream()
                .filter(FindingRule::isAcceptable)
                .filter(rule -> !ofConnections.contains(rule));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsThisAndNothingElse(Case one) {
        assertThat(findings(one)).isEqualTo(one.findings());
    }

    @ParameterizedTest
    @MethodSource("aboutData")
    void everyRuleFindsLeavesAloneAndCanBeAccepted(FindingRule rule) throws IOException {
        String mark = "[" + rule.id() + "]";
        assertThat(of(rule, "found"))
                .isNotEmpty()
                .allMatch(one -> String.join("", one.findings()).contains(mark));
        assertThat(of(rule, "fine"))
                .isNotEmpty()
                .noneMatch(one -> String.join("", one.findings()).contains(mark));
        assertThat(of(rule, "accepted"))
                .isNotEmpty()
                .allMatch(one -> one.text().contains("rule: " + rule.id()))
                .noneMatch(one -> String.join("", one.findings()).contains(mark));
    }

    private static List<Case> of(FindingRule rule, String sort) throws IOException {
        return cases().stream()
                .filter(one -> one.rule().equals(rule.id()) && one.sort().equals(sort))
                .toList();
    }

    @Test
    void theOrderOfDocumentsAndTheLocaleChangeNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (Case one : cases()) {
                List<Declaration> shuffled = new ArrayList<>(declarations(one));
                Collections.shuffle(shuffled, new Random(4711));
                assertThat(DataOnEdges.check(FLEET, shuffled, TODAY).stream()
                                .map(Finding::toString)
                                .toList())
                        .isEqualTo(one.findings());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aMeshThatEncryptsProtectsWhatCrossesBetweenServices() {
        String text = """
                service: {name: web, namespace: shop}
                classes: {email: {mask: erase}}
                calls:
                  api-a: {to: api, port: a-a, sends: [email]}
                external:
                  crm: {host: crm.example, cidrs: [203.0.113.7/32], port: 80, sends: [email]}
                ---
                service: {name: api, namespace: shop}
                classes: {email: {mask: erase}}
                serves:
                  a-a: {port: 8080, accepts: [email], callers: {web: {}}}
                """;
        Fleet mesh = Declarations.readFleet(
                DeclarationSource.text("fleet.yml", "fleet: acme\n"),
                DeclarationSource.text("environments/prod.yml", "environment: prod\ntransport: mesh\n"));
        List<Declaration> declarations = Declarations.readAll(DeclarationSource.text("d.yml", text));
        assertThat(DataOnEdges.check(mesh, declarations, TODAY))
                .singleElement()
                .matches(finding -> finding.rule() == FindingRule.CLEAR_WITHOUT_TLS
                        && finding.problem().startsWith("external.crm"));
        assertThat(DataOnEdges.check(FLEET, declarations, TODAY)).hasSize(2);
    }

    @Test
    void whereCallersMustBeNamedNothingFlowsWithoutAName() {
        String text = """
                service: {name: web, namespace: shop}
                classes: {email: {mask: erase, only: []}}
                calls:
                  api: {to: api, port: http}
                ---
                service: {name: api, namespace: shop}
                serves:
                  http: {port: 8080}
                """;
        Fleet named = Declarations.readFleet(DeclarationSource.text("fleet.yml", "fleet: acme\nconsent: named\n"));
        List<Declaration> declarations = Declarations.readAll(DeclarationSource.text("d.yml", text));
        assertThat(DataOnEdges.check(named, declarations, TODAY))
                .extracting(finding -> finding.rule().id())
                .containsExactly("no-consent", "unnamed-callers");
    }

    private static List<Declaration> declarations(Case one) {
        return Declarations.readAll(DeclarationSource.text("d.yml", one.text()), FLEET);
    }

    private static List<String> findings(Case one) {
        return DataOnEdges.check(FLEET, declarations(one), TODAY).stream()
                .map(Finding::toString)
                .toList();
    }
}
