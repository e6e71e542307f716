package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.ServiceName;
import io.maskwire.policy.Audience;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Fraud Desk", "fraud-desk ", "a\tb", "a\u2003b", "\u3000", "a\u007fb"})
    void aRoleNoDeclarationCanNameIsUnknownAndNoFailure(String role) {
        assertThat(Caller.person(Set.of(role)).audience(Optional.empty())).isEqualTo(Audience.unknown());
        assertThat(Caller.onBehalfOf(new ServiceName("shop", "web"), Set.of(role))
                        .audience(Optional.empty()))
                .isEqualTo(Audience.service("shop/web").and(Audience.unknown()));
    }

    @Test
    void aRoleNoDeclarationCanNameTakesNothingFromTheOthers() {
        assertThat(Caller.person(Set.of("Domain Users", "fraud-desk")).audience(Optional.empty()))
                .isEqualTo(Audience.role("fraud-desk"));
    }

    @Test
    void aRoleNamedLikeSeveralAudiencesIsOneRole() {
        Audience audience =
                Caller.person(Set.of("agent+role:fraud-desk+service:shop/web")).audience(Optional.empty());

        assertThat(audience).isNotEqualTo(Audience.role("agent").and(Audience.role("fraud-desk")));
        assertThat(audience).isEqualTo(Audience.role("agent+role:fraud-desk+service:shop/web"));
    }
}
