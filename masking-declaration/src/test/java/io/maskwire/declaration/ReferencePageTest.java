package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/maskwire-yml.md} says what the parser does: its examples are read, its tables have all keys and limits. */
class ReferencePageTest {

    private static final SchemaCheck SCHEMA = SchemaCheck.of("maskwire.schema.json");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\R(.*?)^```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|(.*)\\|$");
    private static final String INCLUDED = "# acme-classes.yml\n";

    /** The parts of a declaration by the heading of the page they stand under. */
    private static final Map<String, List<Keys>> HEADINGS = Map.ofEntries(
            Map.entry("The file", List.of(Keys.DECLARATION)),
            Map.entry("service", List.of(Keys.SERVICE)),
            Map.entry("workloads", List.of(Keys.WORKLOAD)),
            Map.entry("classes", List.of(Keys.DATA_CLASS)),
            Map.entry("fields", List.of(Keys.FIELD)),
            Map.entry("Masks", List.of(Keys.MASK)),
            Map.entry("audiences", List.of(Keys.AUDIENCE)),
            Map.entry("identity", List.of(Keys.IDENTITY)),
            Map.entry("serves", List.of(Keys.SERVED_PORT, Keys.CALLER)),
            Map.entry("guests", List.of(Keys.GUEST)),
            Map.entry("calls", List.of(Keys.CALL)),
            Map.entry("external", List.of(Keys.EXTERNAL)),
            Map.entry("publishes", List.of(Keys.PUBLICATION)),
            Map.entry("consumes", List.of(Keys.CONSUMPTION)),
            Map.entry("accept", List.of(Keys.ACCEPTED)));

    @TempDir
    Path folder;

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "maskwire-yml.md"));
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

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsReadByParserAndEditor(String example) throws IOException {
        String included = examples().stream()
                .filter(one -> one.startsWith(INCLUDED))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("acme-classes.yml"), included);
        Path file = Files.writeString(folder.resolve("maskwire.yml"), example);

        assertThatCode(() -> Declarations.read(DeclarationSource.file(file))).doesNotThrowAnyException();
        assertThat(SCHEMA.accepts(example)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("headings")
    void theTableUnderAHeadingHasTheKeysOfTheParserAndNoOthers(String heading) {
        assertThat(rows(heading).keySet())
                .containsExactlyInAnyOrderElementsOf(HEADINGS.get(heading).stream()
                        .flatMap(ReferencePageTest::ownKeys)
                        .toList());
    }

    @Test
    void everyPartOfADeclarationHasAHeading() {
        Set<Keys> described = HEADINGS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<Keys> others = new HashSet<>(FleetPageTest.HEADINGS.values());
        others.add(Keys.INCLUDED);

        assertThat(Keys.ALL).allMatch(keys -> described.contains(keys) || others.contains(keys));
    }

    @Test
    void everyKeyStandsInAnExample() {
        Set<String> used = new LinkedHashSet<>();
        examples().forEach(example -> collectKeys(SchemaCheck.document(example), used));

        assertThat(used)
                .containsAll(HEADINGS.values().stream()
                        .flatMap(List::stream)
                        .flatMap(keys -> keys.names().stream())
                        .toList());
    }

    @Test
    void everyMaskHasARowWithItsOptionsInTheirOrder() {
        String section = section("Masks");
        MaskReader.OPTIONS.forEach((mask, options) -> {
            Optional<String> row = ROW.matcher(section)
                    .results()
                    .filter(found -> found.group(1).equals(mask))
                    .map(found -> found.group(2).split("\\|")[0])
                    .findFirst();
            assertThat(row).as("the row of " + mask).isPresent();
            assertThat(quoted(row.orElseThrow())).as(mask).containsExactlyElementsOf(options);
        });
    }

    @ParameterizedTest
    @MethodSource("headings")
    void aRowNamesTheLimitsOfItsKeyAndThePageItsWords(String heading) {
        for (Keys keys : HEADINGS.get(heading)) {
            Node properties = SchemaCheck.member(SCHEMA.definition(keys.part()), "properties")
                    .orElseThrow();
            rows(heading)
                    .forEach((key, row) -> SchemaCheck.member(properties, key)
                            .map(ReferencePageTest::resolved)
                            .ifPresent(rule -> {
                                assertThat(row).as("the row of " + key).contains(limits(rule));
                                assertThat(words(rule))
                                        .as("the words of " + key)
                                        .allMatch(page()::contains);
                            }));
        }
    }

    private static String limits(Node rule) {
        return SchemaCheck.member(rule, "minimum")
                .map(least -> " " + text(least) + " to "
                        + text(SchemaCheck.member(rule, "maximum").orElseThrow()))
                .orElse("");
    }

    private static List<String> words(Node rule) {
        return SchemaCheck.member(rule, "enum").map(SchemaCheck::texts).orElse(List.of()).stream()
                .map(word -> "`" + word + "`")
                .toList();
    }

    private static Node resolved(Node rule) {
        Optional<Node> all = SchemaCheck.member(rule, "allOf")
                .map(list -> ((Sequence) list).items().get(0));
        Optional<Node> reference = SchemaCheck.member(all.orElse(rule), "$ref");
        return reference
                .map(name -> (Node) SCHEMA.definition(text(name).substring("#/definitions/".length())))
                .orElse(rule);
    }

    private static String text(Node node) {
        return ((Node.Scalar) node).text();
    }

    private static Stream<String> ownKeys(Keys keys) {
        boolean beside = keys.equals(Keys.DATA_CLASS) || keys.equals(Keys.FIELD);
        return keys.names().stream().filter(key -> !beside || !Keys.MASK.names().contains(key));
    }

    /** The rows of the last table under a heading, by key. */
    private static Map<String, String> rows(String heading) {
        String section = section(heading);
        String table = section.substring(section.indexOf("| key |"));
        return ROW.matcher(table).results().collect(Collectors.toMap(found -> found.group(1), MatchResult::group));
    }

    private static String section(String heading) {
        String page = page();
        int start = page.indexOf("\n## " + heading + "\n");
        assertThat(start).as("the heading " + heading).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static List<String> quoted(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void collectKeys(Node node, Set<String> keys) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                keys.add(entry.key());
                collectKeys(entry.value(), keys);
            });
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collectKeys(item, keys));
        }
    }
}
