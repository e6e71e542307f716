package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A rule for the names in maps is a rule of the policy like those for values, and none that is one for values. */
class MapKeyRulesTest {

    private static MaskingPolicy.Builder classes() {
        return MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("phone", Masks.erase());
    }

    @Test
    void oneForEachPathBesideOneForTheValues() {
        MaskingPolicy policy = classes()
                .mapKeys("$..byMail", "email")
                .field("$..byMail", "phone")
                .build();

        assertThat(policy.mapKeys())
                .containsExactly(new FieldRule(FieldPath.parse("$..byMail"), Classification.ofClass("email")));
        assertThat(policy.fields())
                .containsExactly(new FieldRule(FieldPath.parse("$..byMail"), Classification.ofClass("phone")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classes().mapKeys("$.a", "email").mapKeys("$['a']", "phone"))
                .withMessage("$.a already has, for its keys, [email]; remove one of the two rules");
    }

    @Test
    void anUnknownClassIsRefusedAndTheBuiltInOneIsKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classes().mapKeys("$.a", "mail"))
                .withMessageContaining("Unknown class \"mail\" at the keys of $.a");
        assertThat(classes().mapKeys("$.a", "sad").build().dataClasses()).contains("sad");
    }

    @Test
    void thatNamesStayNeedsNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classes().mapKeys(FieldPath.parse("$.a"), Classification.exempt()))
                .withMessageContaining("The keys of $.a stay without a rule");
    }

    @Test
    void itIsInTheCanonicalFormAndOtherPoliciesKeepTheirs() {
        MaskingPolicy without = classes().field("$.card", "phone").build();
        MaskingPolicy with = classes()
                .field("$.card", "phone")
                .mapKeys("$.byMail", "email")
                .mapKeys(FieldPath.parse("$.Ids").exact(), Classification.ofMask(Masks.hash("id")))
                .build();

        assertThat(without.canonical()).isEqualTo("""
                maskwire-policy-1
                class "email" redact().style(EMAIL)
                class "phone" erase()
                field "$.card" ["phone"]
                unclassified PASS
                """);
        assertThat(with.canonical()).isEqualTo("""
                maskwire-policy-1
                class "email" redact().style(EMAIL)
                class "phone" erase()
                field "$.card" ["phone"]
                keys "$.Ids (exact)" [- hash("id")]
                keys "$.byMail" ["email"]
                unclassified PASS
                """);
    }

    @Test
    void aRuleForKeysIsNotOneForValuesOfThatPath() {
        assertThat(classes().mapKeys("$.a", "email").build().canonical())
                .isNotEqualTo(classes().field("$.a", "email").build().canonical());
        assertThat(classes().mapKeys("$.a", "email").build())
                .hasToString("MaskingPolicy[classes={email=redact().style(EMAIL), phone=erase()}, fields=[],"
                        + " mapKeys=[FieldRule[path=$.a, classification=[email]]], audiences=[], unclassified=PASS]");
    }

    @Test
    void whatAnEdgesClassesMeanDoesNotDependOnIt() {
        assertThat(classes().mapKeys("$.a", "email").build().edgeDigest(Set.of("email"), Map.of()))
                .isEqualTo(classes().build().edgeDigest(Set.of("email"), Map.of()));
    }

    @Test
    void theInventorySaysWhichPathsAreOfKeys() {
        Inventory inventory = classes()
                .field("$..mail", "email")
                .mapKeys("$..byMail", "email")
                .mapKeys(FieldPath.parse("$..ids"), Classification.ofMask(Masks.erase()))
                .build()
                .inventory();

        assertThat(inventory.classes().get(0).paths()).containsExactly("$..byMail (keys)", "$..mail");
        assertThat(inventory.fields()).containsExactly("$..ids (keys)");
    }

    @Test
    void itsMasksNeedTheirKeysAndItsDomainsTheirRights() {
        MaskingPolicy policy = classes()
                .mapKeys(FieldPath.parse("$..ids"), Classification.ofClass("phone", Masks.tokenize("line")))
                .audience(Audience.role("desk"), grant -> grant.reveal("phone").reveal("email"))
                .build();

        assertThat(policy.needsKeys()).isTrue();
        assertThat(policy.keyUses(Set.of("phone"))).hasSize(1);
        assertThat(policy.revealDomains("phone")).containsExactly("line", "phone");
    }

    @Test
    void aPolicyWithNothingElseIsNotEmptyAndStaysSoWithMoreRules() {
        MaskingPolicy policy = classes().mapKeys("$..byMail", "email").build();

        assertThat(policy.isEmpty()).isFalse();
        assertThat(policy.with(List.of()).mapKeys()).isEqualTo(policy.mapKeys());
        assertThat(policy.with(List.of()).canonical()).isEqualTo(policy.canonical());
    }

    @Test
    void lintSeesPathsThatRarelyMatchAndRulesThatDisagree() {
        assertThat(findings(builder -> builder.mapKeys("$.byMail", "email")))
                .containsExactly("absolute-path at $.byMail (keys)");
        assertThat(findings(builder -> builder.mapKeys("$..byMail", "email").mapKeys("$..*mail", "phone")))
                .containsExactly("two-masks at $..byMail (keys)");
        assertThat(findings(builder -> builder.mapKeys("$..byMail", "email").field("$..byMail", "phone")))
                .isEmpty();
    }

    private static List<String> findings(UnaryOperator<MaskingPolicy.Builder> rules) {
        return rules.apply(classes()).build().lint().stream()
                .map(finding -> finding.id() + " at " + finding.where())
                .toList();
    }
}
