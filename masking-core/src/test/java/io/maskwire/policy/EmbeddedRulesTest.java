package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That strings at a path hold JSON is a statement of the policy, and none about what the values are. */
class EmbeddedRulesTest {

    private static MaskingPolicy.Builder classes() {
        return MaskingPolicy.builder().dataClass("email", Masks.erase());
    }

    @Test
    void pathsStayInTheOrderTheyWereGivenEachOnce() {
        MaskingPolicy policy = classes()
                .embedded("$..payload")
                .embedded(FieldPath.parse("$.Body").exact())
                .embedded("$..['payload']")
                .build();

        assertThat(policy.embedded())
                .containsExactly(
                        FieldPath.parse("$..payload"), FieldPath.parse("$.Body").exact());
        assertThat(policy.fields()).isEmpty();
    }

    @Test
    void whatCannotBeReadInAPathIsRefusedWithThePosition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classes().embedded("$.a[0]"))
                .withMessageContaining("character 5");
    }

    @Test
    void itIsInTheCanonicalFormAndOtherPoliciesKeepTheirs() {
        MaskingPolicy without = classes().field("$.mail", "email").build();
        MaskingPolicy with = classes()
                .field("$.mail", "email")
                .embedded("$..payload")
                .embedded(FieldPath.parse("$.Body").exact())
                .build();

        assertThat(without.canonical()).isEqualTo("""
                maskwire-policy-1
                class "email" erase()
                field "$.mail" ["email"]
                unclassified PASS
                """);
        assertThat(with.canonical()).isEqualTo("""
                maskwire-policy-1
                class "email" erase()
                embedded "$..payload"
                embedded "$.Body (exact)"
                field "$.mail" ["email"]
                unclassified PASS
                """);
        assertThat(with)
                .hasToString("MaskingPolicy[classes={email=erase()}, fields=[FieldRule[path=$.mail,"
                        + " classification=[email]]], embedded=[$..payload, $.Body (exact)], audiences=[],"
                        + " unclassified=PASS]");
        assertThat(without.toString()).doesNotContain("embedded");
    }

    @Test
    void whatAnEdgesClassesMeanDoesNotDependOnIt() {
        assertThat(classes().embedded("$..payload").build().edgeDigest(Set.of("email"), Map.of()))
                .isEqualTo(classes().build().edgeDigest(Set.of("email"), Map.of()));
    }

    @Test
    void aPolicyWithNothingElseIsNotEmptyAndStaysSoWithMoreRules() {
        MaskingPolicy policy = classes().embedded("$..payload").build();

        assertThat(policy.isEmpty()).isFalse();
        assertThat(policy.with(List.of()).embedded()).isEqualTo(policy.embedded());
        assertThat(policy.with(List.of()).canonical()).isEqualTo(policy.canonical());
    }

    @Test
    void lintSeesPathsThatRarelyMatch() {
        assertThat(classes().embedded("$.payload").embedded("$..body").build().lint())
                .map(finding -> finding.id() + " at " + finding.where())
                .containsExactly("absolute-path at $.payload (embedded)");
    }
}
