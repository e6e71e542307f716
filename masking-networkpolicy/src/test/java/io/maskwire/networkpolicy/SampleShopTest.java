package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.data.DataOnEdges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample's manifests, as they lie in {@code samples/shop/k8s}. */
class SampleShopTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "../samples/shop").normalize();

    private static final Fleet FLEET = Declarations.readFleet(DeclarationSource.file(SAMPLE.resolve("fleet.yml")));

    private static final List<Declaration> DECLARATIONS = Stream.of("customers", "orders", "payments")
            .map(name -> SAMPLE.resolve(name).resolve("src/main/resources/maskwire.yml"))
            .map(DeclarationSource::file)
            .map(Declarations::read)
            .toList();

    @Test
    void theyAreOpenOnTheEdgesAndNowhereElse() throws IOException {
        assertThat(new World(FLEET, DECLARATIONS).opened(committed()))
                .containsExactly(
                        "ingress-nginx/app.kubernetes.io/name=ingress-nginx -> shop/orders 8443/TCP",
                        "shop/orders -> kube-system/k8s-app=kube-dns 53/TCP",
                        "shop/orders -> kube-system/k8s-app=kube-dns 53/UDP",
                        "shop/orders -> pay/payments 8443/TCP",
                        "shop/orders -> shop/customers 8443/TCP");
    }

    @Test
    void aClientsModelKnowsEveryKey() throws Exception {
        for (Map.Entry<String, String> file : committed().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                assertThat(ClientModelTest.unknownKeys(ClientModelTest.parse(file.getValue())))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingIsFoundButWhatItAcceptsWithAReason() {
        assertThat(DataOnEdges.check(FLEET, DECLARATIONS, LocalDate.of(2026, 11, 23)))
                .isEmpty();
        assertThat(DECLARATIONS.stream().flatMap(declaration -> declaration.accepts().stream()))
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.rule()).isEqualTo("hash-beside-truncation"));
    }

    private static Map<String, String> committed() throws IOException {
        Path folder = SAMPLE.resolve("k8s");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
