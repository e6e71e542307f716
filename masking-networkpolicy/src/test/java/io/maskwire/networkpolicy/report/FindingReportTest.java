package io.maskwire.networkpolicy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingReportTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding(
                    FindingRule.SENDS_NOT_ACCEPTED,
                    new Place("services/shop/ördérs v2.yml", 7, 3),
                    List.of(new Subject(new ServiceName("shop", "orders"), "calls.payments")),
                    "calls.payments sends pan | and <b>more</b>",
                    "take it *out* of `sends`"),
            new Finding(
                    FindingRule.OPAQUE_EDGE, new Place("a.yml", 1, 1), List.of(), "calls.db carries name", "know that"),
            new Finding(
                    FindingRule.POLICY_STALE, new Place("/k8s/old.yaml", 0, 0), List.of(), "it is stale", "remove it"),
            new Finding(FindingRule.FOREIGN_POLICY, new Place("k8s/x.yaml", 9, 5), List.of(), "it opens", "remove it"));

    private static JsonNode json(String text) {
        assertThat(text).isASCII().doesNotContain("\n");
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void textHasALineForEachFindingByKindAndTheirSum() {
        assertThat(new FindingReport(FINDINGS).text())
                .containsExactly(
                        "OPENS k8s/x.yaml:9:5: it opens; remove it [foreign-policy]",
                        "DATA a.yml:1:1: calls.db carries name; know that [opaque-edge]",
                        "DATA services/shop/ördérs v2.yml:7:3: calls.payments sends pan | and <b>more</b>; take it *out* of"
                                + " `sends` [sends-not-accepted]",
                        "STALE /k8s/old.yaml: it is stale; remove it [policy-stale]",
                        "4 findings: 1 OPENS, 2 DATA, 1 STALE");
        assertThat(new FindingReport(FINDINGS.subList(0, 1)).text()).last().isEqualTo("1 finding: 1 DATA");
        assertThat(new FindingReport(List.of()).text()).containsExactly("no finding");
    }

    @Test
    void orderAndRepetitionOfFindingsChangeNothing() {
        List<Finding> shuffled = new ArrayList<>(FINDINGS);
        shuffled.addAll(FINDINGS);
        Collections.shuffle(shuffled, new Random(4711));
        FindingReport report = new FindingReport(shuffled);
        FindingReport ordered = new FindingReport(FINDINGS);
        assertThat(report.sarif()).isEqualTo(ordered.sarif());
        assertThat(report.json()).isEqualTo(ordered.json());
        assertThat(report.markdown()).isEqualTo(ordered.markdown());
    }

    @Test
    void jsonHoldsEveryPart() {
        JsonNode finding = json(new FindingReport(FINDINGS).json()).at("/findings/2");
        assertThat(finding.propertyNames())
                .containsExactly("kind", "rule", "severity", "file", "line", "column", "about", "problem", "remedy");
        assertThat(finding.get("rule").asString()).isEqualTo("sends-not-accepted");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("file").asString()).isEqualTo("services/shop/ördérs v2.yml");
        assertThat(finding.at("/about/0").asString()).isEqualTo("shop/orders calls.payments");
    }

    @Test
    void markdownIsATableWhoseCellsStayCells() {
        assertThat(new FindingReport(FINDINGS.subList(0, 1)).markdown()).isEqualTo("""
                        **maskwire:** 1 finding: 1 DATA

                        | | what | where | what to do |
                        | --- | --- | --- | --- |
                        | **DATA** `sends-not-accepted` | calls.payments sends pan \\| and \\<b\\>more\\</b\\> | services/shop/ördérs v2.yml:7 | take it \\*out\\* of \\`sends\\` |
                        """);
        assertThat(new FindingReport(List.of()).markdown()).isEqualTo("**maskwire:** no finding\n");
    }

    @Test
    void nobodyIsMentionedByMarkdown() {
        Finding mention = new Finding(
                FindingRule.OPAQUE_EDGE, new Place("@team/a.yml", 1, 1), List.of(), "see @octocat and #1", "x");
        assertThat(new FindingReport(List.of(mention)).markdown())
                .contains("\\@octocat", "\\#1", "\\@team")
                .doesNotContain(" @", " #");
    }

    @Test
    void sarifHasWhatItsSchemaRequires() {
        JsonNode log = json(new FindingReport(FINDINGS).sarif());
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").asString()).endsWith("sarif-schema-2.1.0.json");
        assertThat(log.get("runs")).hasSize(1);
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("maskwire");
        JsonNode rules = run.at("/tool/driver/rules");
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            assertThat(ids.add(rule.get("id").asString())).isTrue();
            assertThat(rule.at("/shortDescription/text").asString()).isNotBlank();
            assertThat(rule.at("/defaultConfiguration/level").asString()).isIn("error", "warning", "note");
        });
        assertThat(run.get("results")).hasSize(4);
        run.get("results").forEach(result -> {
            String id = result.get("ruleId").asString();
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id").asString())
                    .isEqualTo(id);
            assertThat(result.get("level").asString()).isIn("error", "warning", "note");
            assertThat(result.at("/message/text").asString()).isNotBlank();
            JsonNode location = result.at("/locations/0/physicalLocation");
            assertThat(location.at("/artifactLocation/uri").asString()).matches("[A-Za-z0-9%._~/:-]+");
            assertThat(location.at("/region/startLine").asInt()).isPositive();
            assertThat(location.at("/region/startColumn").asInt()).isPositive();
        });
    }

    @Test
    void aFilesNameIsAReference() {
        assertThat(Sarif.uri("services/ö v2.yml")).isEqualTo("services/%C3%B6%20v2.yml");
        assertThat(Sarif.uri("/k8s/a:b.yaml")).isEqualTo("file:///k8s/a%3Ab.yaml");
        assertThat(Sarif.uri("k8s\\a.yaml")).isEqualTo("k8s/a.yaml");
    }

    @Test
    void everyRuleHasALevelAndAnExplanation() {
        assertThat(Arrays.asList(FindingRule.values())).allSatisfy(rule -> {
            assertThat(rule.explanation()).endsWith(".");
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)+");
            assertThat(FindingRule.of(rule.id())).contains(rule);
        });
        assertThat(FindingRule.of("class-rich")).isEmpty();
    }
}
