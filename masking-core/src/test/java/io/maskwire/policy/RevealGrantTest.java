package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may have originals back: a key opens all of a domain, so one must be allowed all that is in it. */
class RevealGrantTest {

    private static final Audience DESK = Audience.role("desk");
    private static final Audience OTHER = Audience.role("other");
    private static final Audience WEB = Audience.service("shop/web");

    @Test
    void onlyWhoIsGrantedTheClassMayRevealIt() {
        MaskingPolicy policy = taxId().audience(DESK, grant -> grant.reveal("tax-id"))
                .audience(OTHER, grant -> grant.inClear("tax-id"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isTrue();
        assertThat(policy.mayReveal("tax-id", OTHER)).isFalse();
        assertThat(policy.mayReveal("tax-id", Audience.role("nobody-declared"))).isFalse();
        assertThat(policy.mayReveal("tax-id", Audience.anonymous())).isFalse();
        assertThat(policy.mayReveal("tax-id", Audience.unknown())).isFalse();
        assertThat(policy.mayReveal("unheard-of", DESK)).isFalse();
    }

    @Test
    void theGrantShowsNothingByItself() {
        MaskingPolicy policy =
                taxId().audience(DESK, grant -> grant.reveal("tax-id")).build();

        assertThat(policy.resolve(Classification.ofClass("tax-id"), DESK).isClear())
                .isFalse();
    }

    /** Every way in which another class can come into the domain tax-id. */
    @Test
    void aClassThatSharesTheDomainMustBeGrantedTooWhereverItsMaskStands() {
        List<MaskingPolicy.Builder> shared = List.of(
                taxId().dataClass("ssn", Masks.tokenize("tax-id")),
                taxId().dataClass("ssn", Masks.formatPreserving("tax-id")),
                taxId().dataClass("ssn", Masks.redact().then(Masks.tokenize("tax-id"))),
                taxId().dataClass("ssn", Masks.named("mine", Masks.tokenize("tax-id"))),
                taxId().dataClass("ssn", Masks.erase())
                        .audience(OTHER, grant -> grant.mask("ssn", Masks.tokenize("tax-id"))),
                taxId().dataClass("ssn", Masks.erase())
                        .field(FieldPath.parse("$.ssn"), Classification.ofClass("ssn", Masks.tokenize("tax-id"))));

        for (MaskingPolicy.Builder policy : shared) {
            MaskingPolicy built = policy.audience(DESK, grant -> grant.reveal("tax-id"))
                    .audience(Audience.role("both"), grant -> grant.reveal("tax-id", "ssn"))
                    .build();

            assertThat(built.mayReveal("tax-id", DESK)).as(built.canonical()).isFalse();
            assertThat(built.mayReveal("tax-id", Audience.role("both"))).isTrue();
        }
    }

    @Test
    void rulesThatAreAddedLaterCountToo() {
        MaskingPolicy policy = taxId().dataClass("ssn", Masks.erase())
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .build();
        FieldRule annotated =
                new FieldRule(FieldPath.parse("$.ssn"), Classification.ofClass("ssn", Masks.tokenize("tax-id")));

        assertThat(policy.mayReveal("tax-id", DESK)).isTrue();
        assertThat(policy.with(List.of(annotated)).mayReveal("tax-id", DESK)).isFalse();
    }

    @Test
    void aHashInTheDomainChangesNothingBecauseItCannotBeTurnedBack() {
        MaskingPolicy policy = taxId().dataClass("ssn", Masks.hash("tax-id"))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isTrue();
    }

    @Test
    void aMovedDateInTheDomainChangesNothingBecauseRevealDoesNotTurnItBack() {
        MaskingPolicy policy = taxId().dataClass("birth", Masks.shiftDate("tax-id", 30))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isTrue();
        assertThat(policy.revealDomains("birth")).containsExactly("birth");
    }

    @Test
    void aMaskWithoutAClassBelongsToTheClassItsDomainIsNamedAfter() {
        MaskingPolicy policy = taxId().field("$.number", Masks.tokenize("tax-id"))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isTrue();
    }

    @Test
    void aDomainOfAMaskWithoutAClassThatNoClassIsNamedAfterIsOpenedByNobody() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("tax-id", Masks.tokenize("numbers"))
                .field("$.number", Masks.tokenize("numbers"))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isFalse();
    }

    @Test
    void rolesAddUpAndAServiceLimitsThem() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("tax-id", Masks.tokenize("numbers"))
                .dataClass("ssn", Masks.tokenize("numbers"))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .audience(OTHER, grant -> grant.reveal("ssn"))
                .audience(WEB, grant -> grant.reveal("tax-id"))
                .audience(Audience.service("shop/all"), grant -> grant.reveal("tax-id", "ssn"))
                .build();

        assertThat(policy.mayReveal("tax-id", DESK)).isFalse();
        assertThat(policy.mayReveal("tax-id", DESK.and(OTHER))).isTrue();
        assertThat(policy.mayReveal("tax-id", DESK.and(OTHER).and(WEB))).isFalse();
        assertThat(policy.mayReveal("tax-id", DESK.and(OTHER).and(Audience.service("shop/all"))))
                .isTrue();
        assertThat(policy.mayReveal("tax-id", Audience.service("shop/all").and(Audience.role("nobody-declared"))))
                .isFalse();
        // What the service may, a role that it calls for need not.
        assertThat(policy.mayReveal("tax-id", Audience.service("shop/all").and(DESK)))
                .isFalse();
        assertThat(policy.mayReveal("tax-id", Audience.service("shop/all").and(Audience.log())))
                .isFalse();
    }

    @Test
    void whoMayNotSeeAClassMayNotRevealIt() {
        MaskingPolicy.Builder granted = taxId().only("tax-id", OTHER);
        MaskingPolicy.Builder limited = taxId().audience(DESK, grant -> grant.reveal("tax-id"));
        MaskingPolicy.Builder shown = taxId().audience(DESK, grant -> grant.inClear("tax-id"));

        assertThatThrownBy(() -> granted.audience(DESK, grant -> grant.reveal("tax-id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("role:desk may not reveal tax-id in clear: the class is only for [role:other]");
        assertThatThrownBy(() -> limited.only("tax-id", OTHER)).hasMessageContaining("may not reveal tax-id");
        assertThatThrownBy(() -> shown.only("tax-id", OTHER)).hasMessageContaining("may not see tax-id");
    }

    @Test
    void onlyRolesAndServicesCanBeGrantedIt() {
        for (Audience nobody : List.of(
                Audience.anonymous(), Audience.log(), Audience.trace(), Audience.topic("t"), Audience.external("e"))) {
            assertThatThrownBy(() -> taxId().audience(nobody, grant -> grant.reveal("tax-id")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("only a role or a service");
        }
        assertThatThrownBy(() -> taxId().audience(DESK, grant -> grant.reveal("sad")))
                .hasMessageContaining("role:desk can't be granted reveal: the class sad is sensitive");
        assertThatThrownBy(() -> taxId().audience(DESK, grant -> grant.reveal("tax-di")))
                .hasMessageContaining("Unknown class \"tax-di\"");
        assertThatThrownBy(() -> taxId().audience(DESK, grant -> grant.reveal("tax-id", "tax-id")))
                .hasMessageContaining("may already reveal");
    }

    @Test
    void theInventoryNamesWhoCanRevealAndNotWhoIsGrantedInVain() {
        MaskingPolicy policy = taxId().dataClass("ssn", Masks.tokenize("tax-id"))
                .audience(DESK, grant -> grant.reveal("tax-id"))
                .audience(OTHER, grant -> grant.reveal("tax-id", "ssn"))
                .build();

        assertThat(policy.inventory().classes())
                .allSatisfy(entry -> assertThat(entry.canReveal()).containsExactly("role:other"));
    }

    @Test
    void theDomainsOfAClassAreItsNameAndThoseOfItsMasks() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("pan", Masks.erase())
                .field(FieldPath.parse("$.pan"), Classification.ofClass("pan", Masks.formatPreserving("cards")))
                .field("$.number", Masks.tokenize("numbers"))
                .audience(DESK, grant -> grant.mask("pan", Masks.tokenize("joins")))
                .build();

        assertThat(policy.revealDomains("pan")).containsExactly("cards", "joins", "pan");
        assertThat(policy.revealDomains("unheard-of")).isEmpty();
        assertThat(policy.revealDomains()).containsExactly("cards", "joins", "numbers", "pan");
        assertThat(policy.formatPreservingMasks("pan")).containsExactly(Masks.formatPreserving("cards"));
    }

    private static MaskingPolicy.Builder taxId() {
        return MaskingPolicy.builder().dataClass("tax-id", Masks.tokenize());
    }
}
