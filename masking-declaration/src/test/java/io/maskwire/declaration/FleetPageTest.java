package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/fleet-yml.md} says what the parser does: its examples are read, its tables have all keys. */
class FleetPageTest {

    /** The parts of a fleet by the heading of the page they stand under. */
    static final Map<String, Keys> HEADINGS = Map.of(
            "fleet.yml", Keys.FLEET,
            "namespaces", Keys.NAMESPACE,
            "platform", Keys.PLATFORM_PEER,
            "pods", Keys.PODS,
            "dns", Keys.DNS,
            "probes", Keys.PROBES,
            "topics", Keys.TOPIC,
            "environments", Keys.ENVIRONMENT,
            "hosts", Keys.HOST);

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\R(.*?)^```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|(.*)\\|$");
    private static final String OF_A_FLEET = "fleet: ";
    private static final String OF_AN_ENVIRONMENT = "environment: ";

    @TempDir
    Path folder;

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "fleet-yml.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> examples() {
        return EXAMPLE.matcher(page()).results().map(found -> found.group(1)).toList();
    }

    static Stream<String> headings() {
        return HEADINGS.keySet().stream();
    }

    @Test
    void thereAreExamplesOfBothKinds() {
        assertThat(examples()).anyMatch(one -> one.startsWith(OF_A_FLEET));
        assertThat(examples()).anyMatch(one -> one.startsWith(OF_AN_ENVIRONMENT));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsReadByParserAndEditor(String example) throws IOException {
        Files.writeString(folder.resolve("acme-classes.yml"), "classes: {iban: {mask: redact, style: iban}}\n");
        DeclarationSource source = DeclarationSource.file(Files.writeString(folder.resolve("example.yml"), example));
        if (example.startsWith(OF_AN_ENVIRONMENT)) {
            DeclarationSource fleet = DeclarationSource.text("fleet.yml", "fleet: shop\n");
            assertThatCode(() -> Declarations.readFleet(fleet, source)).doesNotThrowAnyException();
            assertThat(SchemaCheck.of("environment.schema.json").accepts(example))
                    .isTrue();
        } else {
            assertThatCode(() -> Declarations.readFleet(source)).doesNotThrowAnyException();
            assertThat(SchemaCheck.of("fleet.schema.json").accepts(example)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("headings")
    void theTableUnderAHeadingHasTheKeysOfTheParserAndNoOthers(String heading) {
        String page = page();
        int start = page.indexOf("\n## " + heading + "\n");
        assertThat(start).as("the heading " + heading).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        String section = page.substring(start, end < 0 ? page.length() : end);
        assertThat(ROW.matcher(section).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(HEADINGS.get(heading).names());
    }

    @Test
    void everyKeyStandsInAnExample() {
        String all = String.join("\n", examples());
        HEADINGS.values().forEach(keys -> assertThat(keys.names()).allMatch(key -> all.contains(key + ":")));
    }
}
