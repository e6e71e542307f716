package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.outside;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Transport;
import io.maskwire.policy.Masks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small shop in two namespaces. */
final class Shop {

    private Shop() {}

    static Fleet fleet() {
        Map<String, PlatformPeer> platform = new TreeMap<>();
        platform.put("dns", peer("kube-system", "k8s-app", "kube-dns"));
        platform.put("ingress", peer("ingress-nginx", "app.kubernetes.io/name", "ingress-nginx"));
        platform.put("metrics", peer("monitoring", "app.kubernetes.io/name", "prometheus"));
        return new Fleet("shop", platform);
    }

    static Fleet fleet(String name, Map<String, PlatformPeer> platform) {
        return new Fleet(name, platform);
    }

    static PlatformPeer peer(String namespace, String key, String value) {
        PlatformPeer peer = PlatformPeer.of(namespace, Map.of(key, value), new Place("fleet.yml", 3, 5));
        return key.equals("k8s-app") ? PlatformPeer.kubeDns(peer.place()) : peer;
    }

    static Declared orders() {
        return service("shop/orders")
                .owner("team-orders")
                .dataClass("pan", Masks.redact())
                .dataClass("name", Masks.erase())
                .serves(port("https", 8443).servicePort(443).from("ingress"))
                .serves(port("mgmt", 8081).from("metrics").nobody())
                .calls(to("customers", "shop/customers", "https").receives("name"))
                .calls(to("payments", "pay/payments", "https").sends("pan").why("card authorisation"))
                .calls(to("orders-db", "shop/orders-db", "pg")
                        .over(Transport.JDBC)
                        .carries("name", "email"))
                .external(
                        outside("mail").over(Transport.SMTP).carries("email"),
                        "smtp.mail.example",
                        587,
                        "203.0.113.25/32");
    }

    static Declared customers() {
        return service("shop/customers").serves(port("https", 8443).caller("shop/orders", "name"));
    }

    static Declared ordersDb() {
        return service("shop/orders-db").serves(port("pg", 5432).caller("shop/orders"));
    }

    static Declared payments() {
        return service("pay/payments")
                .dataClass("pan", Masks.redact(), "pay/payments")
                .serves(port("https", 8443).servicePort(443).accepts("pan").caller("shop/orders"));
    }

    static List<Declaration> declarations() {
        return List.of(
                orders().build(),
                customers().build(),
                ordersDb().build(),
                payments().build());
    }

    static Manifests manifests() {
        return NetworkPolicies.generate(fleet(), declarations());
    }
}
