package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.ServiceName;
import io.maskwire.policy.Audience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who a caller is, from what was authenticated. */
class CallersTest {

    private static final Declaration DECLARATION = Declarations.read(DeclarationSource.text("maskwire.yml", """
            service: {name: orders, namespace: shop}
            identity: {jwt-claim: azp}
            """));
    private static final ServiceName WEB = new ServiceName("shop", "web");
    private static final Optional<String> PORT = Optional.of("serves.https");

    private final SecurityCallers callers = new SecurityCallers(DECLARATION);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    private Caller callerOf(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
        return callers.current();
    }

    private static Jwt jwt(Map<String, Object> claims) {
        return Jwt.withTokenValue("x")
                .header("alg", "RS256")
                .claims(all -> all.putAll(claims))
                .build();
    }

    private static Authentication user(Object principal, String... authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList(authorities));
    }

    @Test
    void nobodyIsAnonymous() {
        assertThat(callers.current()).isEqualTo(Caller.anonymous());
        assertThat(callerOf(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_fraud-desk"))))
                .isEqualTo(Caller.anonymous());
        assertThat(callerOf(UsernamePasswordAuthenticationToken.unauthenticated("zoe", "secret")))
                .isEqualTo(Caller.anonymous());
    }

    @Test
    void aPersonHasTheRolesAmongTheAuthorities() {
        Caller desk = Caller.person(Set.of("fraud-desk", "agent"));

        assertThat(callerOf(user("zoe", "ROLE_fraud-desk", "ROLE_agent", "SCOPE_all", "fraud-desk", "role_x")))
                .isEqualTo(desk);
        assertThat(desk.audience(PORT)).isEqualTo(Audience.role("agent").and(Audience.role("fraud-desk")));
        assertThat(callerOf(new RememberMeAuthenticationToken(
                        "key", "zoe", AuthorityUtils.createAuthorityList("ROLE_agent"))))
                .isEqualTo(Caller.person(Set.of("agent")));
    }

    @Test
    void aPersonWithoutRolesSeesWhatEverybodySees() {
        assertThat(callerOf(user("zoe", "SCOPE_all")).audience(PORT)).isEqualTo(Audience.anonymous());
    }

    @Test
    void aRoleThatCantBeDeclaredIsNoRole() {
        assertThat(callerOf(user("zoe", "ROLE_", "ROLE_two words", "ROLE_agent"))
                        .audience(PORT))
                .isEqualTo(Audience.role("agent"));
        assertThat(callerOf(user("zoe", "ROLE_", "ROLE_two words", "ROLE_\u2003"))
                        .audience(PORT))
                .isEqualTo(Audience.unknown());
    }

    @Test
    void theTokenCountsWhateverKindOfAuthenticationHoldsIt() {
        Jwt own = jwt(Map.of("azp", "web", "sub", "web"));

        assertThat(callerOf(user(own, "ROLE_fraud-desk"))).isEqualTo(Caller.service(WEB));
        assertThat(callerOf(user(jwt(Map.of("azp", "web", "sub", "u-1")), "ROLE_fraud-desk")))
                .isEqualTo(Caller.onBehalfOf(WEB, Set.of("fraud-desk")));
    }

    @Test
    void aClaimThatIsNoNameIsNobodyWeKnow() {
        for (Object odd : List.of(List.of("web"), 7, Map.of("name", "web"), "", "a/b/c", "WEB")) {
            assertThat(callerOf(user(jwt(Map.of("azp", odd, "sub", "web")), "ROLE_fraud-desk")))
                    .isEqualTo(Caller.unknown());
        }
    }

    @Test
    void aServiceForAPersonWithoutRolesIsNotTheServiceAlone() {
        assertThat(Caller.onBehalfOf(WEB, Set.of()).audience(PORT))
                .isEqualTo(Audience.service("shop/web").over("serves.https").and(Audience.unknown()));
    }

    @Test
    void connectionAndRequestMustAgree() {
        Caller web = Caller.service(WEB);
        Caller other = Caller.service(new ServiceName("shop", "other"));
        Caller zoe = Caller.person(Set.of("agent"));

        assertThat(Caller.both(web, Caller.anonymous())).isEqualTo(web);
        assertThat(Caller.both(Caller.anonymous(), zoe)).isEqualTo(zoe);
        assertThat(Caller.both(web, web)).isEqualTo(web);
        assertThat(Caller.both(web, zoe)).isEqualTo(Caller.onBehalfOf(WEB, Set.of("agent")));
        assertThat(Caller.both(web, other)).isEqualTo(Caller.unknown());
        assertThat(Caller.both(web, Caller.onBehalfOf(new ServiceName("shop", "other"), Set.of("agent"))))
                .isEqualTo(Caller.unknown());
        assertThat(Caller.both(Caller.unknown(), web)).isEqualTo(Caller.unknown());
        assertThat(Caller.both(web, Caller.unknown())).isEqualTo(Caller.unknown());
    }
}
