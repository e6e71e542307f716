package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyLintTest {

    @Test
    void aPlainPolicyHasNoFindings() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .dataClass("email", Masks.erase())
                .field("$..card", "pan")
                .audience(
                        Audience.role("fraud-desk"),
                        grant -> grant.inClear("pan").mask("email", Masks.hash()))
                .build();

        assertThat(policy.lint()).isEmpty();
    }

    @Test
    void aKeyedMaskForEverybodyIsFound() {
        assertThat(ids(MaskingPolicy.builder().dataClass("email", Masks.hash())))
                .containsExactly("deterministic-to-anonymous at class email");
    }

    @Test
    void aKeyedMaskForSomebodyOutsideIsFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("email", Masks.erase())
                        .audience(Audience.log(), grant -> grant.mask("email", Masks.hash()))
                        .audience(Audience.role("desk"), grant -> grant.mask("email", Masks.hash()))))
                .containsExactly("deterministic-outside at log, class email");
    }

    @Test
    void aHashBesideAPartOfTheValueIsFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("pan", Masks.redact().keepLast(4))
                        .audience(Audience.role("desk"), grant -> grant.mask("pan", Masks.hash()))))
                .containsExactly("hash-beside-truncation at class pan");
    }

    @Test
    void aHashBesideAValueHiddenWholeIsFine() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("pan", Masks.redact())
                        .audience(Audience.role("desk"), grant -> grant.mask("pan", Masks.hash()))))
                .isEmpty();
    }

    @Test
    void aPatternThatDisagreesWithANameIsFoundAtBoth() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("a", Masks.erase())
                        .dataClass("b", Masks.redact())
                        .field("$..*card*", "a")
                        .field("$..card", "b")))
                .containsExactly("two-masks at $..*card*", "two-masks at $..card");
    }

    @Test
    void twoNormalizersOfOneDomainAreFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("email", Masks.erase())
                        .field("$..mail", Masks.hash("email").normalize(Normalizer.EMAIL))
                        .audience(Audience.role("desk"), grant -> grant.mask("email", Masks.hash()))))
                .containsExactly("two-normalizers at domain email");
    }

    @Test
    void twoNumbersOfDaysInOneDomainAreFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("born", Masks.erase())
                        .field("$..admitted", Masks.shiftDate("born", 365))
                        .audience(Audience.role("study"), grant -> grant.mask("born", Masks.shiftDate(30)))))
                .containsExactly("two-shifts at domain born");
    }

    @Test
    void oneNumberOfDaysInOneDomainIsFine() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("born", Masks.erase())
                        .field("$..admitted", Masks.shiftDate("born", 365))
                        .audience(Audience.role("study"), grant -> grant.mask("born", Masks.shiftDate(365)))))
                .isEmpty();
    }

    @Test
    void theWorstFindingIsFirstAndEqualOnesAreSortedByName() {
        assertThat(ids(MaskingPolicy.builder()
                        .field("$.path", Masks.erase())
                        .dataClass("b", Masks.hash())
                        .dataClass("a", Masks.hash())
                        .field("$..mail", Masks.hash("a").normalize(Normalizer.EMAIL))))
                .containsExactly(
                        "two-normalizers at domain a",
                        "deterministic-to-anonymous at class a",
                        "deterministic-to-anonymous at class b",
                        "absolute-path at $.path");
    }

    @Test
    void aFindingPrintsWhereItIsAndWhatToDo() {
        assertThat(MaskingPolicy.builder()
                        .field("$.card", Masks.erase())
                        .build()
                        .lint())
                .singleElement()
                .asString()
                .startsWith("INFO absolute-path at $.card: it selects nothing in a list of such documents")
                .endsWith("; write it from $.. on, if it is meant at any depth");
    }

    @Test
    void twoRulesOfOnePlaceThatDisagreeAreFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("a", Masks.erase())
                        .dataClass("b", Masks.redact())
                        .field("$..cardNumber", "a")
                        .field("$..x.card_number", "b")))
                .containsExactly("two-masks at $..x.card_number");
    }

    @Test
    void twoRulesOfOnePlaceThatAgreeAreFine() {
        assertThat(ids(MaskingPolicy.builder()
                        .dataClass("a", Masks.erase())
                        .field("$..card", "a")
                        .field("$..x.card", Masks.erase())))
                .isEmpty();
    }

    @Test
    void aPathFromTheRootIsNamed() {
        assertThat(ids(MaskingPolicy.builder().field("$.card", Masks.erase()).field("$[*].card", Masks.erase())))
                .containsExactly("absolute-path at $.card");
    }

    @Test
    void aRightToRevealThatOpensNothingIsFound() {
        MaskingPolicy.Builder shared = MaskingPolicy.builder()
                .dataClass("tax-id", Masks.erase())
                .dataClass("ssn", Masks.erase())
                .audience(Audience.role("desk"), grant -> grant.reveal("tax-id").mask("ssn", Masks.tokenize("tax-id")));
        MaskingPolicy.Builder withoutClass = MaskingPolicy.builder()
                .dataClass("tax-id", Masks.erase())
                .field("$..number", Masks.tokenize("numbers"))
                .audience(
                        Audience.role("desk"),
                        grant -> grant.reveal("tax-id").mask("tax-id", Masks.tokenize("numbers")));

        assertThat(ids(shared)).containsExactly("reveal-in-vain at role:desk, class tax-id");
        assertThat(shared.build().lint().get(0).problem()).contains("[ssn]");
        assertThat(ids(withoutClass)).containsExactly("reveal-in-vain at role:desk, class tax-id");
        assertThat(withoutClass.build().lint().get(0).problem()).contains("[numbers]");
    }

    @Test
    void aFormatThatLeavesTooLittleIsFound() {
        assertThat(ids(MaskingPolicy.builder()
                        .field(
                                "$..number",
                                Masks.formatPreserving("card").keepFirst(6).keepLast(4))))
                .containsExactly("small-domain at formatPreserving(\"card\").keepFirst(6).keepLast(4)");
        assertThat(ids(MaskingPolicy.builder()
                        .field(
                                "$..number",
                                Masks.formatPreserving("card").keepFirst(6).keepLast(3))))
                .isEmpty();
        assertThat(ids(MaskingPolicy.builder()
                        .field("$..number", Masks.formatPreserving("card").luhn(Luhn.VALID))))
                .containsExactly("real-looking-card at formatPreserving(\"card\").luhn(VALID)");
    }

    private static List<String> ids(MaskingPolicy.Builder builder) {
        return builder.build().lint().stream()
                .map(f -> f.id() + " at " + f.where())
                .toList();
    }
}
