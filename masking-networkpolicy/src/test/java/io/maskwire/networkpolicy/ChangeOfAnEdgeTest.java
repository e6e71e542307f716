package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.ConnectivityDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer sees of a change is the change and nothing else. */
class ChangeOfAnEdgeTest {

    private static final String WEB = """
            service: {name: web, namespace: shop}
            classes:
              email: {mask: erase}
            calls:
              api: {to: api, port: https}
            """;
    private static final String ANOTHER_CALL = "  pay: {to: pay/pay, port: https, why: checkout}\n";

    private static final String API = """
            service: {name: api, namespace: shop}
            serves:
              https: {port: 8443}
            """;

    private static final String PAY = """
            service: {name: pay, namespace: pay}
            serves:
              https: {port: 9443}
            """;

    @Test
    void anEdgeMoreAddsLinesToTwoPoliciesAndChangesTheirDigests() {
        Map<String, String> before = files(WEB, API, PAY);
        Map<String, String> after = files(WEB + ANOTHER_CALL, API, PAY);
        Set<String> changed = new TreeSet<>();
        after.forEach((file, text) -> {
            if (!text.equals(before.get(file))) {
                changed.add(file);
            }
        });
        assertThat(after).containsOnlyKeys(before.keySet());
        assertThat(changed).containsExactly("pay/pay.yaml", "shop/web.yaml");
        for (String file : changed) {
            List<String> rest =
                    new ArrayList<>(String.valueOf(after.get(file)).lines().toList());
            List<String> gone = String.valueOf(before.get(file))
                    .lines()
                    .filter(line -> !rest.remove(line))
                    .toList();
            assertThat(gone).as(file).singleElement().asString().contains("maskwire.io/edges");
        }
    }

    @Test
    void anEdgeMoreOpensItsConnectionAndNothingElse() {
        ConnectivityDiff diff = ConnectivityDiff.of(
                Exports.read(files(WEB, API, PAY)),
                Exports.read(files(WEB + ANOTHER_CALL, API, PAY)),
                AddressBlocks.PODS_TOO);
        assertThat(diff.closed()).isEmpty();
        assertThat(diff.opened())
                .extracting(Connection::toString)
                .containsExactly("shop/{app.kubernetes.io/name=web} -> pay/{app.kubernetes.io/name=pay} 9443/TCP");
    }

    @Test
    void anEdgeLessClosesItsConnectionAndNothingElse() {
        ConnectivityDiff diff = ConnectivityDiff.of(
                Exports.read(files(WEB + ANOTHER_CALL, API, PAY)),
                Exports.read(files(WEB, API, PAY)),
                AddressBlocks.PODS_TOO);
        assertThat(diff.opened()).isEmpty();
        assertThat(diff.closed())
                .extracting(Connection::toString)
                .containsExactly("shop/{app.kubernetes.io/name=web} -> pay/{app.kubernetes.io/name=pay} 9443/TCP");
    }

    @Test
    void anotherMaskChangesNoPolicy() {
        Map<String, String> before = new TreeMap<>(files(WEB, API, PAY));
        Map<String, String> after =
                new TreeMap<>(files(WEB.replace("mask: erase", "mask: redact, style: email"), API, PAY));
        assertThat(after.remove(ManifestNames.LOCK)).isNotEqualTo(before.remove(ManifestNames.LOCK));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfDocumentsInAFileChangesNoByte(long seed) {
        List<String> documents = new ArrayList<>(List.of(WEB + ANOTHER_CALL, API, PAY));
        Map<String, String> expected = files(documents.toArray(String[]::new));
        Collections.shuffle(documents, new Random(seed));
        assertThat(files(String.join("---\n", documents))).isEqualTo(expected);
        assertThat(files(String.join("---\n", documents).replace("\n", "\r\n"))).isEqualTo(expected);
    }

    private static Map<String, String> files(String... texts) {
        List<Declaration> declarations = new ArrayList<>();
        for (String text : texts) {
            declarations.addAll(Declarations.readAll(DeclarationSource.text(declarations.size() + ".yml", text)));
        }
        return NetworkPolicies.generate(Shop.fleet(), declarations).files();
    }
}
