package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.Resources;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop, declared, compiled, and read back. */
final class Fleets {

    static final String SHOP = """
            service: {name: orders, namespace: shop}
            identity: {jwt-claim: azp}
            classes:
              pan: {mask: erase, only: [pay/payments, role:desk]}
              name: {mask: erase}
            serves:
              https: {port: 8443, service-port: 443, from: [ingress], callers: {}}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan], why: card authorisation}
              customers: {to: customers, port: https, receives: [name]}
            external:
              mail: {host: smtp.example, cidrs: [203.0.113.25/32], port: 587, over: smtp, carries: []}
            ---
            service: {name: customers, namespace: shop}
            identity: {jwt-claim: azp}
            classes: {name: {mask: erase}}
            serves:
              https: {port: 8443, callers: {orders: {gives: [name]}}}
            ---
            service: {name: payments, namespace: pay}
            identity: {jwt-claim: azp}
            classes: {pan: {mask: erase}}
            serves:
              https: {port: 8443, service-port: 443, accepts: [pan], callers: {shop/orders: {}}}
            """;

    private static final Fleet FLEET = Declarations.readFleet(DeclarationSource.text("fleet.yml", """
            fleet: acme
            platform:
              ingress: {namespace: ingress-nginx, selector: app.kubernetes.io/name=ingress-nginx}
            """));

    private Fleets() {}

    static List<Declaration> declarations(String text) {
        return Declarations.readAll(DeclarationSource.text("shop.yml", text));
    }

    static Manifests compiled(String text) {
        return NetworkPolicies.generate(FLEET, declarations(text), LocalDate.of(2026, 11, 23));
    }

    /** The manifests of the shop, by file. */
    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(compiled(SHOP).files());
        files.remove("maskwire.lock.json");
        return files;
    }

    static Resources read(Map<String, String> files) {
        return ManifestReader.read(files.entrySet().stream()
                .map(file -> ManifestSource.text(file.getKey(), file.getValue()))
                .toList());
    }

    /** What is found in files, compared with the shop. */
    static List<String> drift(Map<String, String> files) {
        return texts(Drift.check(compiled(SHOP), declarations(SHOP), read(files)));
    }

    static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }
}
