package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.outside;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Masks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentTest {

    @Test
    void anEdgeWithoutConsentIsLeftOutOnBothSidesAndTheOthersStay() {
        Manifests manifests = generate(
                service("shop/web").calls(to("api", "shop/api", "https")).calls(to("search", "shop/search", "https")),
                service("shop/api").serves(port("https", 8443).caller("shop/batch")),
                service("shop/search").serves(port("https", 8443).caller("shop/web")));
        assertThat(findings(manifests))
                .containsExactly("ERROR shop/web.yml:20:3: calls.api is left out: shop/api (shop/api.yml:10:3)"
                        + " doesn't name shop/web among the callers of https; it names shop/batch; ask its owner to add"
                        + " shop/web to callers, or remove the call [no-consent]");
        assertThat(manifests.files().get("shop/web.yaml"))
                .contains("to shop/search")
                .doesNotContain("shop/api");
        assertThat(manifests.files().get("shop/api.yaml")).doesNotContain("ingress:");
        assertThat(manifests.files().get("shop/search.yaml")).contains("from shop/web to https");
        assertThat(manifests.edges()).isEqualTo(1);
    }

    @Test
    void aWorkloadWhoseEveryEdgeIsLeftOutResolvesNoNames() {
        Manifests manifests = generate(
                service("shop/web").calls(to("api", "shop/api", "https")),
                service("shop/api").serves(port("https", 8443).nobody()));
        assertThat(findings(manifests)).singleElement().asString().contains("; it names nobody; ");
        assertThat(manifests.files().get("shop/web.yaml")).doesNotContain("egress:", "kube-dns");
    }

    @Test
    void withoutCallersAnyDeclaredCallerConnectsAndNobodyReceivesAnythingInClear() {
        Manifests silent = generate(
                service("shop/web").calls(to("api", "shop/api", "https")),
                service("shop/api").serves(port("https", 8443)));
        assertThat(silent.findings()).isEmpty();
        Manifests asking = generate(
                service("shop/web").calls(to("api", "shop/api", "https").receives("name")),
                service("shop/api").serves(port("https", 8443)));
        assertThat(findings(asking))
                .containsExactly("DATA shop/web.yml:20:3: calls.api wants to receive name in clear, which shop/api"
                        + " (shop/api.yml:10:3) gives to nobody since it names no callers; take it out of receives, or"
                        + " ask the owner to write callers: {shop/web: {gives: [name]}} [receives-not-given]");
        assertThat(asking.files().get("shop/api.yaml"))
                .contains("# from shop/web to https; request nothing; answer nothing");
    }

    @Test
    void whatIsSentMustBeAccepted() {
        Manifests manifests = generate(
                service("shop/web").calls(to("api", "shop/api", "https").sends("pan", "email", "name")),
                service("shop/api").serves(port("https", 8443).accepts("email")));
        assertThat(findings(manifests))
                .containsExactly("DATA shop/web.yml:20:3: calls.api sends name, pan in clear, which shop/api"
                        + " (shop/api.yml:10:3) doesn't accept; take it out of sends, or ask the owner to add it to"
                        + " accepts [sends-not-accepted]");
        assertThat(manifests.files().get("shop/web.yaml")).contains("request email, name, pan; answer nothing");
    }

    @Test
    void whatIsReceivedMustBeGivenAndTheCommentSaysWhatIsGiven() {
        Manifests manifests = generate(
                service("shop/web").calls(to("api", "shop/api", "https").receives("name", "email")),
                service("shop/api").serves(port("https", 8443).caller("shop/web", "name", "phone")));
        assertThat(findings(manifests))
                .containsExactly("DATA shop/web.yml:20:3: calls.api wants to receive email in clear, which shop/api"
                        + " (shop/api.yml:10:3) doesn't give to shop/web; take it out of receives, or ask the owner to"
                        + " write callers: {shop/web: {gives: [email, name]}} [receives-not-given]");
        assertThat(manifests.files().get("shop/web.yaml")).contains("answer name, phone");
        assertThat(manifests.files().get("shop/api.yaml")).contains("answer name, phone");
    }

    @Test
    void eitherEndMayLimitAClassToOthers() {
        Manifests manifests = generate(
                service("shop/web")
                        .dataClass("pan", Masks.erase(), "shop/api")
                        .dataClass("name", Masks.erase(), "role:support")
                        .calls(to("api", "shop/api", "https").sends("pan").receives("name")),
                service("shop/api")
                        .dataClass("pan", Masks.erase(), "pay/payments", "role:fraud-desk")
                        .dataClass("name", Masks.erase())
                        .serves(port("https", 8443).accepts("pan").caller("shop/web", "name")));
        assertThat(findings(manifests))
                .containsExactly(
                        "DATA shop/web.yml:20:3: calls.api brings name in clear to shop/web, but the class is only for"
                                + " role:support (shop/web.yml:2:3); add shop/web to only, or take the class off the edge"
                                + " [class-reach]",
                        "DATA shop/web.yml:20:3: calls.api brings pan in clear to shop/api, but the class is only for"
                                + " pay/payments, role:fraud-desk (shop/api.yml:2:3); add shop/api to only, or take the"
                                + " class off the edge [class-reach]");
    }

    @Test
    void aHostWithoutAddressesIsLeftOut() {
        Manifests manifests = generate(service("shop/web").external(outside("mail"), "mail.example", 587));
        assertThat(findings(manifests))
                .containsExactly("ERROR shop/web.yml:30:3: external.mail is left out: a NetworkPolicy knows addresses,"
                        + " and it has none; add cidrs: [ADDRESS/PREFIX], or via: PEER if a proxy is in between"
                        + " [no-address]");
        assertThat(manifests.files().get("shop/web.yaml")).doesNotContain("egress:", "kube-dns");
    }

    private static Manifests generate(Declared... declared) {
        return NetworkPolicies.generate(
                Shop.fleet(), Arrays.stream(declared).map(Declared::build).toList());
    }

    private static List<String> findings(Manifests manifests) {
        return manifests.findings().stream().map(Finding::toString).toList();
    }
}
