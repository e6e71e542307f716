package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalPolicyTest {

    private static final Audience FRAUD = Audience.role("fraud-desk");

    @Test
    void thePrintedFormIsFixed() {
        assertThat(policy().canonical()).isEqualTo("""
                        maskwire-policy-1
                        audience "role:fraud-desk"
                        audience "role:fraud-desk" "email" hash("email")
                        audience "role:fraud-desk" "pan" clear()
                        class "email" redact().style(EMAIL)
                        class "pan" redact().style(PAN)
                        field "$..password" [- erase()]
                        field "$.card" ["pan"]
                        only "pan" ["role:fraud-desk"]
                        open "serves.http"
                        reveal "role:fraud-desk" "email"
                        unclassified PASS
                        """);
    }

    @Test
    void theOrderOfBuildingDoesNotShow() {
        MaskingPolicy other = MaskingPolicy.builder()
                .anyService("serves.http")
                .field("$..password", Masks.erase())
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .only("pan", FRAUD)
                .audience(
                        FRAUD,
                        grant -> grant.reveal("email")
                                .mask("email", Masks.hash())
                                .inClear("pan"))
                .field("$.card", "pan")
                .build();

        assertThat(other.canonical()).isEqualTo(policy().canonical());
    }

    @Test
    void namesCannotRunIntoEachOther() {
        MaskingPolicy odd = MaskingPolicy.builder()
                .dataClass("a\" erase()\nclass \"b", Masks.redact())
                .build();

        assertThat(odd.canonical().lines()).hasSize(3);
    }

    @Test
    void aLambdaIsCustomAndANamedMaskHasItsName() {
        Mask lambda = Masks.of(original -> "x");

        assertThat(canonicalWith(lambda)).contains("class \"a\" custom\n");
        assertThat(canonicalWith(Masks.named("internal-id", lambda))).contains("class \"a\" named(\"internal-id\")\n");
        assertThat(canonicalWith(Masks.redact().then(lambda))).contains("class \"a\" redact().then(custom)\n");
    }

    @Test
    void twoEndsThatMaskAlikeHaveOneDigest() {
        MaskingPolicy otherEnd = MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .dataClass("other", Masks.erase())
                .build();
        Map<String, String> keys = Map.of("k1", "0011223344556677");

        assertThat(policy().edgeDigest(Set.of("pan"), keys))
                .isEqualTo(otherEnd.edgeDigest(Set.of("pan"), keys))
                .matches("sha256:[0-9a-f]{64}");
        assertThat(policy().edgeDigest(Set.of("pan"), keys))
                .isNotEqualTo(policy().edgeDigest(Set.of("pan", "email"), keys))
                .isNotEqualTo(policy().edgeDigest(Set.of("pan"), Map.of("k1", "ffffffffffffffff")));
        assertThatThrownBy(() -> policy().edgeDigest(Set.of("name"), keys))
                .hasMessageContaining("Unknown class \"name\"");
    }

    @Test
    void theInventorySaysWhoSeesWhat() {
        assertThat(policy().inventory())
                .hasToString("Inventory[classes=["
                        + "Entry[name=email, mask=redact().style(EMAIL), only=Optional.empty, paths=[], inClear=[],"
                        + " otherwise={role:fraud-desk=hash(\"email\")}, canReveal=[role:fraud-desk]], "
                        + "Entry[name=pan, mask=redact().style(PAN), only=Optional[[role:fraud-desk]], paths=[$.card],"
                        + " inClear=[role:fraud-desk], otherwise={}, canReveal=[]]], fields=[$..password]]");
    }

    private static String canonicalWith(Mask mask) {
        return MaskingPolicy.builder().dataClass("a", mask).build().canonical();
    }

    private static MaskingPolicy policy() {
        return MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .only("pan", FRAUD)
                .field("$.card", "pan")
                .field("$..password", Masks.erase())
                .audience(
                        FRAUD,
                        grant ->
                                grant.inClear("pan").mask("email", Masks.hash()).reveal("email"))
                .anyService("serves.http")
                .build();
    }

    @Test
    void saysWhatHappensToMaskedValuesThatComeBackUnlessTheyAreRefused() {
        assertThat(MaskingPolicy.builder().build().canonical()).doesNotContain("write-back");
        assertThat(MaskingPolicy.builder().writeBack(WriteBack.DROP).build().canonical())
                .contains("write-back DROP");
        MaskingPolicy joined =
                MaskingPolicy.builder().writeBack(WriteBack.RESOLVE).build().with(List.of());
        assertThat(joined.writeBack()).isEqualTo(WriteBack.RESOLVE);
    }

    @Test
    void everyMaskThatAnybodyIsShownIsKnown() {
        Audience desk = Audience.role("desk");
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("email", Masks.erase())
                .audience(desk, grant -> grant.mask("email", Masks.hash("mail")))
                .audience(Audience.role("owner"), grant -> grant.inClear("email"))
                .build();
        Classification email = Classification.ofClass("email", Masks.constant("x"));

        assertThat(policy.shown(email, false))
                .containsExactlyInAnyOrder(Masks.erase(), Masks.constant("x"), Masks.hash("mail"));
        assertThat(policy.shown(email, true)).containsExactly(Masks.hash("mail"));
    }
}
