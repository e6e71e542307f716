package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Fleet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The fleet below {@code src/test/resources/fleet}, which uses everything a fleet can say. */
class WholeFleetTest {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/fleet");

    /** Keys of what only masks, which is no matter of a fleet. */
    private static final Set<String> PARTS = Set.of(
            "service",
            "workload",
            "served-port",
            "caller",
            "guest",
            "call",
            "external",
            "publication",
            "consumption",
            "fleet",
            "namespace",
            "pods",
            "platform-peer",
            "dns",
            "probes",
            "topic",
            "environment",
            "host");

    @Test
    void itUsesEveryKey() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String schema : List.of("maskwire", "fleet", "environment")) {
            keys.addAll(keys(schema + ".schema.json"));
        }
        keys.remove("accept");
        String all = texts(FOLDER);
        assertThat(keys).hasSizeGreaterThan(40).allMatch(key -> all.contains(key + ":"));
    }

    @Test
    void nothingIsLeftToSettleButWhatIsAdoptedInParts() {
        assertThat(manifests(fleet()).findings())
                .extracting(finding -> finding.rule() + " " + finding.problem())
                .containsExactly(
                        "NO_DEFAULT_DENY pay has no default deny of egress, which would cut off ledger (enforce)");
        assertThat(manifests(prod()).findings())
                .extracting(Finding::problem)
                .containsExactly("pay-prod has no default deny of egress, which would cut off ledger (enforce)");
    }

    @Test
    void itOpensThis() {
        Fleet fleet = fleet();
        assertThat(new World(fleet, declarations(fleet)).opened(manifests(fleet).files()))
                .filteredOn(line -> !line.contains(" 53/") && !line.contains("anything"))
                .containsExactly(text("open.txt").lines().toArray(String[]::new));
    }

    @Test
    void inProductionTheSameServicesReachEachOtherThroughTheTunnel() {
        Fleet prod = prod();
        Set<String> open =
                new World(prod, declarations(prod)).opened(manifests(prod).files());
        assertThat(open)
                .contains(
                        "shop-prod/web -> shop-prod/orders.api 8443/TCP",
                        "shop-prod/web -> shop-prod/orders.api 15008/TCP",
                        "shop-prod/orders.api -> 2001:db8:25::7 587/TCP",
                        "shop-prod/orders.api -> 10.20.0.1 443/TCP")
                .noneMatch(line -> line.contains("shop/") || line.contains("192.168.10.2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfFilesChangesNoByte(long seed) {
        for (Fleet fleet : List.of(fleet(), prod())) {
            List<Declaration> shuffled = new ArrayList<>(declarations(fleet));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(NetworkPolicies.generate(fleet, shuffled, FleetFiles.TODAY)
                            .files())
                    .isEqualTo(manifests(fleet).files());
        }
    }

    @Test
    void aTurkishLocaleChangesNoByte() {
        Map<String, String> before = manifests(prod()).files();
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(manifests(prod()).files()).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static Fleet fleet() {
        return Declarations.readFleet(DeclarationSource.file(FOLDER.resolve("fleet.yml")));
    }

    private static Fleet prod() {
        return Declarations.readFleet(
                DeclarationSource.file(FOLDER.resolve("fleet.yml")),
                DeclarationSource.file(FOLDER.resolve("environments/prod.yml")));
    }

    private static Manifests manifests(Fleet fleet) {
        return NetworkPolicies.generate(fleet, declarations(fleet), FleetFiles.TODAY);
    }

    private static List<Declaration> declarations(Fleet fleet) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("services"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> Declarations.readAll(DeclarationSource.file(file), fleet).stream())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(file -> text(folder.relativize(file).toString()))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(String schema) throws IOException {
        try (InputStream in = Declarations.class.getResourceAsStream(schema)) {
            Map<?, ?> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            Set<String> keys = new TreeSet<>();
            ((Map<?, ?>) all.get("definitions")).forEach((part, rule) -> {
                if (PARTS.contains(part)) {
                    ((Map<?, ?>) ((Map<?, ?>) rule).get("properties"))
                            .keySet()
                            .forEach(key -> keys.add(key.toString()));
                }
            });
            return keys;
        }
    }
}
