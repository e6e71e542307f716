package io.maskwire.networkpolicy.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.networkpolicy.check.BaseComparison.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseComparisonTest {

    private static Compiled compiled(String text) {
        return new Compiled(Fleets.declarations(text), Fleets.compiled(text));
    }

    private static List<String> changes(String before, String after) {
        return Fleets.texts(BaseComparison.check(compiled(before), compiled(after)));
    }

    private static List<String> changed(String from, String to) {
        assertThat(Fleets.SHOP).contains(from);
        return changes(Fleets.SHOP, Fleets.SHOP.replace(from, to));
    }

    @Test
    void nothingChangesWhereNothingIsMeant() {
        assertThat(changes(Fleets.SHOP, Fleets.SHOP)).isEmpty();
        assertThat(changed("  payments: {to", "  cards: {to")).isEmpty();
        assertThat(changed("why: card authorisation", "why: cards")).isEmpty();
    }

    @Test
    void aCallThatIsNewOpensOneConnectionAndOneThatIsGoneClosesIt() {
        String without = Fleets.SHOP.replaceAll("  customers: \\{to.*\n", "");
        assertThat(changes(without, Fleets.SHOP))
                .containsExactly(
                        "OPENS shop.yml:10:3: shop/orders -> shop/customers on 8443/TCP opens; review who may connect, and"
                                + " what may cross [edge-opened]",
                        "DATA shop.yml:10:3: calls.customers of shop/orders asks for name in clear from shop/customers;"
                                + " review why it needs the original [data-in-clear]");
        assertThat(changes(Fleets.SHOP, without))
                .containsExactly(
                        "CLOSES shop.yml:10:3: shop/orders -> shop/customers on 8443/TCP closes; make sure that"
                                + " nobody needs it any more [edge-closed]");
    }

    @Test
    void aServiceThatIsNewOpensWhatItCalls() {
        String search =
                "---\nservice: {name: search, namespace: shop}\ncalls:\n  customers: {to: customers, port: https}\n";
        assertThat(changes(
                        Fleets.SHOP,
                        Fleets.SHOP.replace("callers: {orders: {gives", "callers: {search: {}, orders: {gives")
                                + search))
                .containsExactly(
                        "OPENS shop.yml:18:3: serves.https of shop/customers names one caller more: shop/search; review why"
                                + " it needs this port [consent-widened]",
                        "OPENS shop.yml:26:1: shop/search -> pods with k8s-app=kube-dns of kube-system on 53/TCP opens;"
                                + " review who may connect, and what may cross [edge-opened]",
                        "OPENS shop.yml:26:1: shop/search -> pods with k8s-app=kube-dns of kube-system on 53/UDP opens;"
                                + " review who may connect, and what may cross [edge-opened]",
                        "OPENS shop.yml:28:3: shop/search -> shop/customers on 8443/TCP opens; review who may connect, and"
                                + " what may cross [edge-opened]");
    }

    @Test
    void aPortThatMovesClosesAndOpens() {
        assertThat(changed(
                        "https: {port: 8443, service-port: 443, accepts",
                        "https: {port: 9443, service-port: 443, accepts"))
                .containsExactly(
                        "OPENS shop.yml:9:3: shop/orders -> pay/payments on 9443/TCP opens; review who may connect, and what"
                                + " may cross [edge-opened]",
                        "CLOSES shop.yml:9:3: shop/orders -> pay/payments on 8443/TCP closes; make sure that nobody needs it"
                                + " any more [edge-closed]");
    }

    @Test
    void dataThatBecomesClearAndDataThatIsMaskedAreTold() {
        assertThat(changed("sends: [pan], ", ""))
                .containsExactly(
                        "DATA shop.yml:9:3: calls.payments of shop/orders brings pan in clear to pay/payments no"
                                + " longer; make sure that nobody needs the original [data-masked]");
        assertThat(changed("accepts: [pan], ", ""))
                .containsExactly(
                        "DATA shop.yml:24:3: serves.https of pay/payments accepts pan in clear no longer; make sure"
                                + " that nobody needs the original [data-masked]");
        assertThat(changed("carries: []", "carries: [name]"))
                .containsExactly(
                        "DATA shop.yml:12:3: external.mail of shop/orders brings name in clear to smtp.example;"
                                + " review why it needs the original [data-in-clear]");
        assertThat(changed("orders: {gives: [name]}", "orders: {}"))
                .containsExactly(
                        "DATA shop.yml:18:33: serves.https of shop/customers gives name in clear to shop/orders no"
                                + " longer; make sure that nobody needs the original [data-masked]");
    }

    @Test
    void aRoleThatSeesMoreIsTold() {
        String desk = "audiences: {\"role:desk\": {clear: [pan], why: chargebacks}}\nserves:\n  https: {port: 8443,"
                + " service-port: 443, from";
        assertThat(changed("serves:\n  https: {port: 8443, service-port: 443, from", desk))
                .containsExactly(
                        "DATA shop.yml:4:3: role:desk of shop/orders sees pan in clear; review why it needs the"
                                + " original [data-in-clear]");
    }

    @Test
    void aMaskThatChangesIsTold() {
        assertThat(changed("  name: {mask: erase}", "  name: {mask: redact, style: name}"))
                .containsExactly(
                        "DATA shop.yml:5:3: name looks otherwise in shop/orders; know that stored values and those"
                                + " of other services may no longer compare [mask-changed]");
    }

    @Test
    void consentThatIsWidenedOrNarrowedIsTold() {
        assertThat(changed(", callers: {}}", "}"))
                .containsExactly(
                        "OPENS shop.yml:7:3: serves.https of shop/orders no longer names its callers; name them,"
                                + " unless any service may connect [consent-widened]");
        String any = Fleets.SHOP.replace(", callers: {}}", "}");
        assertThat(changes(any, Fleets.SHOP))
                .containsExactly(
                        "CLOSES shop.yml:7:3: serves.https of shop/orders begins to name its callers; make sure"
                                + " that none is forgotten [consent-narrowed]");
        String more = Fleets.SHOP.replace("{shop/orders: {}}", "{shop/orders: {}, shop/customers: {}}");
        assertThat(changes(more, Fleets.SHOP))
                .containsExactly(
                        "CLOSES shop.yml:24:3: serves.https of pay/payments names one caller less: shop/customers;"
                                + " make sure that it no longer calls [consent-narrowed]");
    }
}
