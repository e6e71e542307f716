package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingPolicyTest {

    private static final Audience WEB = Audience.service("shop/web");
    private static final Audience FRAUD = Audience.role("fraud-desk");

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
            .dataClass("name", Masks.redact().style(RedactStyle.NAME))
            .only("pan", FRAUD, WEB)
            .audience(FRAUD, grant -> grant.inClear("pan").mask("email", Masks.hash()))
            .audience(Audience.role("support"), grant -> grant.inClear("name").mask("email", Masks.erase()))
            .audience(Audience.role("agent"), grant -> {})
            .audience(WEB.over("serves.https"), grant -> grant.inClear("pan", "name"))
            .audience(WEB, grant -> {})
            .audience(Audience.topic("orders"), grant -> grant.mask("name", Masks.erase()))
            .anyService("serves.open")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anonymous | pan | redact().style(PAN)",
                "log | pan | redact().style(PAN)",
                "trace | pan | redact().style(PAN)",
                "unknown | pan | erase()",
                "role:fraud-desk | pan | clear()",
                "role:fraud-desk | email | hash(\"email\")",
                "role:fraud-desk | name | redact().style(NAME)",
                "role:agent | pan | redact().style(PAN)",
                "role:nobody | pan | erase()",
                "role:nobody+role:fraud-desk | pan | clear()",
                // Two roles: clear wins, two different masks fall back to the class's own.
                "role:fraud-desk+role:support | pan | clear()",
                "role:fraud-desk+role:support | email | redact().style(EMAIL)",
                "role:fraud-desk+role:agent | email | hash(\"email\")",
                // A grant holds at its end of its edge and nowhere else.
                "service:shop/web | pan | redact().style(PAN)",
                "service:shop/web over serves.https | pan | clear()",
                "service:shop/web over serves.mgmt | pan | erase()",
                "service:shop/other over serves.https | pan | erase()",
                "service:shop/other over serves.open | pan | redact().style(PAN)",
                "service:shop/other | pan | erase()",
                // A service that calls for a person: in clear only what both may see.
                "role:fraud-desk+service:shop/web over serves.https | pan | clear()",
                "role:fraud-desk+service:shop/web over serves.https | name | redact().style(NAME)",
                "role:support+service:shop/web over serves.https | name | clear()",
                "role:support+service:shop/web over serves.https | pan | redact().style(PAN)",
                "role:nobody+service:shop/web over serves.https | pan | erase()",
                "role:fraud-desk+service:shop/evil over serves.https | pan | erase()",
                "topic:orders | name | erase()",
                "topic:others | name | erase()",
                "external:mail | name | erase()",
            })
    void looksToAnAudienceAs(String audience, String dataClass, String expected) {
        assertThat(policy.resolve(Classification.ofClass(dataClass), audience(audience))
                        .mask())
                .hasToString(expected);
    }

    @Test
    void anUnknownClassIsErasedForEverybody() {
        Resolution resolution = policy.resolve(Classification.ofClass("nmae"), FRAUD);

        assertThat(resolution.mask()).isEqualTo(Masks.erase());
        assertThat(resolution.reason()).isEqualTo(Resolution.Reason.UNKNOWN_CLASS);
    }

    @Test
    void classesThatDisagreeAreErased() {
        Classification both = Classification.ofClass("pan").and(Classification.ofClass("email"));

        assertThat(policy.resolve(both, Audience.anonymous()).reason()).isEqualTo(Resolution.Reason.CONFLICT);
        assertThat(policy.resolve(both, FRAUD).mask()).isEqualTo(Masks.erase());
    }

    @Test
    void classesThatAgreeShareTheirMask() {
        MaskingPolicy twins = MaskingPolicy.builder()
                .dataClass("a", Masks.redact())
                .dataClass("b", Masks.redact())
                .build();
        Classification both = Classification.ofClass("a").and(Classification.ofClass("b"));

        assertThat(twins.resolve(both, Audience.anonymous()).mask()).isEqualTo(Masks.redact());
    }

    @Test
    void equalHashesInTwoDomainsDisagree() {
        MaskingPolicy hashes = MaskingPolicy.builder()
                .dataClass("a", Masks.hash())
                .dataClass("b", Masks.hash())
                .build();
        Classification both = Classification.ofClass("a").and(Classification.ofClass("b"));

        assertThat(hashes.resolve(both, Audience.anonymous()).mask()).isEqualTo(Masks.erase());
    }

    @Test
    void aMaskOnThePlaceStandsForTheClassAndYieldsToAGrant() {
        Classification pan = Classification.ofClass("pan", Masks.redact().keepLast(2));

        assertThat(policy.resolve(pan, Audience.anonymous()).mask()).hasToString("redact().keepLast(2)");
        assertThat(policy.resolve(pan, FRAUD).isClear()).isTrue();
    }

    @Test
    void aMaskWithoutAClassIsNeverGrantedInClear() {
        Classification direct = Classification.ofMask(Masks.redact());

        assertThat(policy.resolve(direct, FRAUD).mask()).isEqualTo(Masks.redact());
        assertThat(policy.resolve(direct, Audience.unknown()).mask()).isEqualTo(Masks.erase());
    }

    @Test
    void anExemptionNeverLiftsAClass() {
        Classification both = Classification.exempt().and(Classification.ofClass("pan"));

        assertThat(policy.resolve(both, Audience.anonymous()).isClear()).isFalse();
        assertThat(policy.resolve(Classification.ofClass("pan").and(Classification.exempt()), Audience.anonymous())
                        .isClear())
                .isFalse();
    }

    @Test
    void anAudienceIsReducedToTheNamesThePolicyWrote() {
        assertThat(policy.known(audience("role:fraud-desk+role:4111111111111111")))
                .hasToString("role:fraud-desk");
        assertThat(policy.known(audience("service:4111111111111111"))).hasToString("unknown");
    }

    @Test
    void contradictionsAreRefusedAtTheCallThatMakesThem() {
        MaskingPolicy.Builder builder = MaskingPolicy.builder()
                .dataClass("pan", Masks.erase())
                .field("$.card", "pan")
                .only("pan", FRAUD)
                .audience(FRAUD, grant -> grant.inClear("pan"));

        assertThatThrownBy(() -> builder.dataClass("pan", Masks.redact()))
                .hasMessage("The class pan already has the mask erase(); remove one of the two");
        assertThatThrownBy(() -> builder.dataClass("x", Masks.clear())).hasMessageContaining("granted to an audience");
        assertThatThrownBy(() -> builder.field("$.card", Masks.erase()))
                .hasMessage("$.card already has [pan]; remove one of the two rules");
        assertThatThrownBy(() -> builder.field("$.x", "pam"))
                .hasMessage("Unknown class \"pam\" at $.x; known are [pan]; add it with dataClass(…) first");
        assertThatThrownBy(() -> builder.field("$.x", Masks.hash())).hasMessageContaining("needs a domain");
        assertThatThrownBy(() -> builder.audience(FRAUD, grant -> {})).hasMessageContaining("granted before");
        assertThatThrownBy(() -> builder.audience(Audience.role("x"), grant -> grant.inClear("pan")))
                .hasMessage("role:x may not see pan in clear: the class is only for [role:fraud-desk]");
        assertThatThrownBy(() -> builder.audience(Audience.role("y"), g -> g.mask("pan", Masks.clear())))
                .hasMessageContaining("inClear(\"pan\")");
        assertThatThrownBy(() -> builder.audience(FRAUD.and(WEB), grant -> {}))
                .hasMessageContaining("one audience at a time");
    }

    private static final Classification SAD = Classification.ofClass("sad");

    @Test
    void authenticationDataIsErasedWithoutBeingDeclared() {
        for (Audience audience : List.of(Audience.anonymous(), FRAUD, WEB)) {
            assertThat(policy.resolve(SAD, audience).mask()).isEqualTo(Masks.erase());
        }
        assertThat(policy.dataClasses()).doesNotContain("sad");
        assertThat(MaskingPolicy.builder()
                        .dataClass("sad", Masks.erase())
                        .dataClass("sad", Masks.erase())
                        .field("$..cvv", "sad")
                        .audience(FRAUD, grant -> grant.mask("sad", Masks.erase()))
                        .build()
                        .dataClasses())
                .containsExactly("sad");
        assertThat(MaskingPolicy.builder()
                        .field(FieldPath.parse("$..pin"), SAD)
                        .build()
                        .inventory()
                        .classes())
                .singleElement()
                .satisfies(entry -> assertThat(entry.paths()).containsExactly("$..pin"));
        assertThat(policy.edgeDigest(Set.of("sad"), Map.of())).startsWith("sha256:");
    }

    @Test
    void authenticationDataHasNoOtherMaskAndIsShownToNobody() {
        MaskingPolicy.Builder builder = MaskingPolicy.builder();

        for (Mask mask : List.of(
                Masks.redact(),
                Masks.nothing(),
                Masks.constant("-"),
                Masks.hash(),
                Masks.tokenize("x"),
                Masks.erase().then(Masks.redact()),
                Masks.of(original -> original))) {
            assertThatThrownBy(() -> builder.dataClass("sad", mask))
                    .hasMessageContaining("can't be used: the class sad is sensitive authentication data");
            assertThatThrownBy(() -> Classification.ofClass("sad", mask)).hasMessageContaining("requirement 3.3");
            assertThatThrownBy(() -> builder.audience(FRAUD, grant -> grant.mask("sad", mask)))
                    .hasMessageStartingWith("role:fraud-desk can't be granted ");
        }
        assertThatThrownBy(() -> builder.audience(FRAUD, grant -> grant.inClear("sad")))
                .hasMessageStartingWith("role:fraud-desk can't be granted clear(): the class sad is");
        assertThatThrownBy(() -> builder.audience(FRAUD, grant -> grant.reveal("sad")))
                .hasMessageStartingWith("role:fraud-desk can't be granted reveal: the class sad is");
    }

    @Test
    void aServiceAndARoleShareAMaskOrSeeTheClasssOwn() {
        MaskingPolicy together = MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .audience(FRAUD, grant -> grant.mask("email", Masks.hash()))
                .audience(Audience.service("same"), grant -> grant.mask("email", Masks.hash()))
                .audience(Audience.service("other"), grant -> grant.mask("email", Masks.erase()))
                .audience(Audience.service("clear"), grant -> grant.inClear("email"))
                .audience(Audience.service("none"), grant -> {})
                .build();

        assertThat(mask(together, "same")).isEqualTo(Masks.hash("email"));
        assertThat(mask(together, "other")).hasToString("redact().style(EMAIL)");
        assertThat(mask(together, "clear")).isEqualTo(Masks.hash("email"));
        assertThat(mask(together, "none")).hasToString("redact().style(EMAIL)");
    }

    private static Mask mask(MaskingPolicy policy, String service) {
        return policy.resolve(Classification.ofClass("email"), FRAUD.and(Audience.service(service)))
                .mask();
    }

    @Test
    void aClassNobodyDeclaredIsNeitherGrantedNorLimited() {
        MaskingPolicy.Builder builder = MaskingPolicy.builder().dataClass("pan", Masks.erase());

        assertThatThrownBy(() -> builder.audience(FRAUD, grant -> grant.inClear("pam")))
                .hasMessageStartingWith("Unknown class \"pam\" at role:fraud-desk; known are [pan]");
        assertThatThrownBy(() -> builder.only("pam", FRAUD))
                .hasMessageStartingWith("Unknown class \"pam\" at only(\"pam\", …); known are [pan]");
    }

    @Test
    void equalClassificationsHaveOneHash() {
        Classification both = Classification.ofClass("a").and(Classification.ofMask(Masks.erase()));

        assertThat(both)
                .isEqualTo(Classification.ofClass("a").and(Classification.ofMask(Masks.erase())))
                .hasSameHashCodeAs(Classification.ofClass("a").and(Classification.ofMask(Masks.erase())))
                .isNotEqualTo(Classification.ofClass("a"))
                .doesNotHaveSameHashCodeAs(Classification.ofClass("a"));
    }

    @Test
    void namedMasksAreEqualByTheirNames() {
        Mask one = Masks.named("one", Masks.of(original -> "1"));

        assertThat(one)
                .isEqualTo(Masks.named("one", Masks.of(original -> "2")))
                .hasSameHashCodeAs(Masks.named("one", Masks.of(original -> "2")))
                .isNotEqualTo(Masks.named("two", Masks.of(original -> "1")))
                .doesNotHaveSameHashCodeAs(Masks.named("two", Masks.of(original -> "1")));
    }

    @Test
    void masksWithoutOptionsKnowWhatTheyMade() {
        assertThat(Masks.nothing().recognises(Masks.MARKER, TestContext.STRING)).isEqualTo(Recognition.MASKED);
        assertThat(Masks.nothing().recognises("x", TestContext.STRING)).isEqualTo(Recognition.NOT_MASKED);
        assertThat(Masks.nothing()).hasToString("nothing()");
        assertThat(Masks.clear().recognises("x", TestContext.STRING)).isEqualTo(Recognition.NOT_MASKED);
        assertThat(Masks.clear().mask("x", TestContext.STRING)).isEqualTo("x");
    }

    @Test
    void moreRulesChangeNothingElse() {
        MaskingPolicy full = MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .dataClass("tax-id", Masks.tokenize())
                .only("pan", FRAUD)
                .field("$.card", "pan")
                .audience(FRAUD, grant -> grant.inClear("pan").reveal("tax-id"))
                .anyService("serves.open")
                .unclassified(Unclassified.MASK)
                .build();

        assertThat(full.with(List.of()).canonical()).isEqualTo(full.canonical());
        assertThat(full.with(List.of(new FieldRule(FieldPath.parse("$.card"), Classification.ofClass("tax-id"))))
                        .fields())
                .containsExactly(new FieldRule(
                        FieldPath.parse("$.card"),
                        Classification.ofClass("pan").and(Classification.ofClass("tax-id"))));
    }

    @Test
    void unclassifiedValuesPassOrAreErased() {
        MaskingPolicy passes = MaskingPolicy.builder().build();
        MaskingPolicy masks =
                MaskingPolicy.builder().unclassified(Unclassified.MASK).build();

        assertThat(passes.resolveUnclassified().isClear()).isTrue();
        assertThat(passes.unclassified()).isEqualTo(Unclassified.PASS);
        assertThat(masks.resolveUnclassified().mask()).isEqualTo(Masks.erase());
        assertThat(masks.unclassified()).isEqualTo(Unclassified.MASK);
    }

    @Test
    void isEmptyIfItCanChangeNothingWithoutAnAnnotation() {
        assertThat(MaskingPolicy.builder().dataClass("a", Masks.erase()).build().isEmpty())
                .isTrue();
        assertThat(MaskingPolicy.builder().field("$.a", Masks.erase()).build().isEmpty())
                .isFalse();
        assertThat(MaskingPolicy.builder()
                        .unclassified(Unclassified.MASK)
                        .build()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void theKeyUsesOfSomeClassesAreThoseOfAllTheirForms() {
        MaskingPolicy uses = MaskingPolicy.builder()
                .dataClass("a", Masks.hash())
                .dataClass("b", Masks.tokenize())
                .dataClass("c", Masks.erase())
                .audience(FRAUD, grant -> grant.mask("a", Masks.tokenize("granted")))
                .field(FieldPath.parse("$.a"), Classification.ofClass("a", Masks.tokenize("placed")))
                .field("$.c", "c")
                .field("$.x", Masks.tokenize("direct"))
                .build();

        assertThat(uses.keyUses(Set.of("a")))
                .containsExactlyInAnyOrder(
                        new KeyUse.Hash("a", Normalizer.NONE), new KeyUse.Token("granted"), new KeyUse.Token("placed"));
        assertThat(uses.keyUses(Set.of("b", "c"))).containsExactly(new KeyUse.Token("b"));
        assertThat(uses.keyUses()).hasSize(5).contains(new KeyUse.Token("direct"));
        assertThatThrownBy(() -> uses.keyUses(Set.of("d"))).hasMessage("Unknown class \"d\"; known are [a, b, c]");
    }

    @Test
    void printsClassesRulesAndAudiences() {
        assertThat(MaskingPolicy.builder()
                        .dataClass("pan", Masks.erase())
                        .field("$.card", "pan")
                        .audience(FRAUD, grant -> {})
                        .build())
                .hasToString("MaskingPolicy[classes={pan=erase()}, fields=[FieldRule[path=$.card,"
                        + " classification=[pan]]], audiences=[role:fraud-desk], unclassified=PASS]");
    }

    @Test
    void knowsWhetherItNeedsAKey() {
        assertThat(policy.needsKeys()).isTrue();
        assertThat(MaskingPolicy.builder()
                        .dataClass("a", Masks.erase())
                        .field("$.x", Masks.redact())
                        .build()
                        .needsKeys())
                .isFalse();
        assertThat(MaskingPolicy.builder()
                        .field("$.x", Masks.redact().then(Masks.hash("x")))
                        .build()
                        .needsKeys())
                .isTrue();
    }

    /** Reads {@code role:a+service:b over edge}. */
    private static Audience audience(String text) {
        Audience all = null;
        for (String part : text.split("\\+")) {
            String[] ends = part.split(" over ");
            Audience one = Audience.parse(ends[0]);
            one = ends.length == 2 ? one.over(ends[1]) : one;
            all = all == null ? one : all.and(one);
        }
        return all;
    }
}
