package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code golden} is a special case: what is declared, every policy that is written for it ({@code
 * expected.yaml}), what can connect then by the rules of the API ({@code open.txt}), and what is found ({@code
 * findings.txt}, if anything).
 */
class GoldenFleetsTest {

    private static final Path GOLDEN = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePoliciesAreThose(String name) throws IOException {
        assertThat(FleetFiles.policies(read(name).manifests())).isEqualTo(text(name, "expected.yaml"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thisCanConnectAndNothingElse(String name) throws IOException {
        assertThat(read(name).open()).isEqualTo(lines(name, "open.txt"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thisIsFoundAndNothingElse(String name) throws IOException {
        assertThat(read(name).findings()).isEqualTo(lines(name, "findings.txt"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aClientsModelKnowsEveryKey(String name) throws Exception {
        for (Map.Entry<String, String> file : read(name).manifests().files().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                assertThat(ClientModelTest.unknownKeys(ClientModelTest.parse(file.getValue())))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    private static FleetFiles read(String name) {
        return FleetFiles.read(GOLDEN.resolve(name));
    }

    private static String text(String name, String file) throws IOException {
        return Files.readString(GOLDEN.resolve(name).resolve(file), StandardCharsets.UTF_8);
    }

    private static List<String> lines(String name, String file) throws IOException {
        return Files.exists(GOLDEN.resolve(name).resolve(file))
                ? text(name, file).lines().toList()
                : List.of();
    }
}
