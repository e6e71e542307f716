package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Luhn;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.TruncateDateMask;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.WriteBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors use say what the parser says. */
class SchemaTest {

    private static final SchemaCheck DECLARATION = SchemaCheck.of("maskwire.schema.json");
    private static final SchemaCheck FLEET = SchemaCheck.of("fleet.schema.json");
    private static final SchemaCheck ENVIRONMENT = SchemaCheck.of("environment.schema.json");
    private static final List<Keys> PARTS_OF_A_FLEET =
            List.of(Keys.FLEET, Keys.NAMESPACE, Keys.PODS, Keys.PLATFORM_PEER, Keys.DNS, Keys.PROBES, Keys.TOPIC);
    private static final List<Keys> PARTS_OF_AN_ENVIRONMENT = List.of(Keys.ENVIRONMENT, Keys.HOST);

    static Stream<Keys> partsOfADeclaration() {
        return Keys.ALL.stream()
                .filter(keys -> !PARTS_OF_A_FLEET.contains(keys))
                .filter(keys -> !PARTS_OF_AN_ENVIRONMENT.contains(keys))
                .filter(keys -> !keys.equals(Keys.INCLUDED));
    }

    static Stream<Keys> partsOfAFleet() {
        return PARTS_OF_A_FLEET.stream();
    }

    @ParameterizedTest
    @MethodSource("partsOfADeclaration")
    void theSchemaHasTheKeysOfTheParserAndNoOthers(Keys keys) {
        assertThat(DECLARATION.properties(keys.part())).containsExactlyInAnyOrderElementsOf(keys.names());
    }

    @ParameterizedTest
    @MethodSource("partsOfAFleet")
    void theSchemaOfFleetsHasTheKeysOfTheParserAndNoOthers(Keys keys) {
        assertThat(FLEET.properties(keys.part())).containsExactlyInAnyOrderElementsOf(keys.names());
    }

    static Stream<Keys> partsOfAnEnvironment() {
        return PARTS_OF_AN_ENVIRONMENT.stream();
    }

    @ParameterizedTest
    @MethodSource("partsOfAnEnvironment")
    void theSchemaOfEnvironmentsHasTheKeysOfTheParserAndNoOthers(Keys keys) {
        assertThat(ENVIRONMENT.properties(keys.part())).containsExactlyInAnyOrderElementsOf(keys.names());
    }

    @Test
    void everyPartOfTheSchemaThatHasKeysIsAPartOfTheParser() {
        List<String> withKeys = Stream.of(DECLARATION, FLEET, ENVIRONMENT)
                .flatMap(schema -> schema.definitions().stream()
                        .filter(name -> SchemaCheck.member(schema.definition(name), "properties")
                                .isPresent())
                        .filter(name -> SchemaCheck.member(schema.definition(name), "propertyNames")
                                .isEmpty()))
                .toList();
        assertThat(withKeys)
                .containsExactlyInAnyOrderElementsOf(Keys.ALL.stream()
                        .filter(keys -> !keys.equals(Keys.INCLUDED))
                        .map(Keys::part)
                        .toList());
    }

    @Test
    void whatAnIncludedFileHoldsIsAPartOfADeclaration() {
        assertThat(Keys.DECLARATION.names()).containsAll(Keys.INCLUDED.names());
    }

    @Test
    void theSchemaHasTheWordsOfTheParser() {
        assertThat(words("style")).isEqualTo(optionNames(RedactStyle.values()));
        assertThat(words("normalize")).isEqualTo(optionNames(Normalizer.values()));
        assertThat(words("luhn")).isEqualTo(optionNames(Luhn.values()));
        assertThat(words("to")).isEqualTo(optionNames(TruncateDateMask.Part.values()));
        assertThat(words("transport")).isEqualTo(optionNames(Transport.values()));
        assertThat(words("protocol"))
                .isEqualTo(Arrays.stream(Protocol.values()).map(Enum::name).toList());
        assertThat(words("kind")).isEqualTo(optionNames(Workload.Kind.values()));
        assertThat(words("service", "enforce")).isEqualTo(optionNames(Enforce.values()));
        assertThat(words(FLEET, "mesh")).isEqualTo(optionNames(Mesh.values()));
        assertThat(words(FLEET, "namespace", "default-deny")).isEqualTo(optionNames(DefaultDeny.values()));
        assertThat(words("field", "mask")).isEqualTo(List.copyOf(MaskReader.OPTIONS.keySet()));
        assertThat(words("class", "mask")).isEqualTo(words("mask", "mask"));
        assertThat(words("declaration", "unclassified")).isEqualTo(optionNames(Unclassified.values()));
        assertThat(words("declaration", "write-back")).isEqualTo(optionNames(WriteBack.values()));
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.declaration.OneGrammarTest#masks")
    void bothAcceptEachMask(String title, String mask) {
        String strange = mask.contains("size: ") ? ", text: x" : ", size: 10";

        assertThat(DECLARATION.accepts("classes: {c: {" + mask + "}}\n")).isTrue();
        assertThat(DECLARATION.accepts("classes: {c: {" + mask + strange + "}}\n"))
                .as("with an option of another mask")
                .isFalse();
    }

    @Test
    void bothAcceptTheExample() throws IOException {
        assertThat(DECLARATION.accepts(resource("/declarations/orders.yml"))).isTrue();
        assertThat(DECLARATION.accepts(resource("/declarations/acme-classes.yml")))
                .isTrue();
    }

    @Test
    void bothAcceptAFleet() {
        String fleet = """
                fleet: shop
                platform:
                  dns: {node-local: 169.254.20.10}
                  ingress: {namespace: ingress-nginx, selector: {app.kubernetes.io/name: ingress-nginx}}
                """;
        assertThat(Declarations.readFleet(DeclarationSource.text("fleet.yml", fleet))
                        .name())
                .isEqualTo("shop");
        assertThat(FLEET.accepts(fleet)).isTrue();
        assertThat(FLEET.accepts("fleet: shop\nplatform: {ingress: {node-local: 169.254.20.10}}\n"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an unknown key near a known one",
                "an unknown key in an edge",
                "a key of another release",
                "a map that is a list",
                "a list that is a text",
                "a text that is a number",
                "a number that is a text",
                "a service without namespace",
                "edges without a service",
                "an empty selector",
                "an unknown mask near a known one",
                "a class without a mask",
                "a class that is clear",
                "a class with a bad name",
                "an unknown style",
                "a style beside characters to keep",
                "separators without characters to keep",
                "an option of another mask",
                "an option of a mask without options",
                "a field without a path and without a class",
                "a hash without a domain",
                "a token without a domain",
                "a format without a domain",
                "a moved date without a domain",
                "an option near one of the mask",
                "too many bits of an address",
                "a part of a date that is none",
                "a constant without a text",
                "a constant that is a number",
                "a bucket without a size",
                "a bucket of one",
                "a bucket beyond all numbers",
                "a moved date without days",
                "a date moved by few days",
                "a date moved by many days",
                "an alphabet that is a number",
                "an alphabet of one character",
                "more kept than a format has",
                "a check digit that is kept",
                "a check digit of letters",
                "an unknown word for luhn",
                "clear beside a class",
                "keys that stay",
                "keys that are no truth",
                "an option without a mask",
                "an audience that is none",
                "an empty list of classes in clear",
                "a right to reveal without a reason",
                "a port without a number",
                "a port out of range",
                "an unknown protocol",
                "a call without a port",
                "a call to a number of a port",
                "another transport without what it carries",
                "another transport that sends in clear",
                "http that carries",
                "a host with a scheme",
                "an include by address",
                "something accepted without a reason",
                "something accepted without a rule",
                "an accepted rule that is no name",
                "something accepted until a year",
                "nothing accepted",
                "accepted as a map",
                "accepted by name alone",
                "an unknown key beside an accepted rule",
            })
    void anEditorSeesWhatIsWrong(String title) throws IOException {
        String text = BrokenDeclarationsTest.cases()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(DECLARATION.accepts(text)).isFalse();
    }

    private static List<String> words(String... path) {
        return words(DECLARATION, path);
    }

    private static List<String> words(SchemaCheck schema, String... path) {
        Node node = schema.definition(path[0]);
        if (path.length > 1) {
            Node properties = SchemaCheck.member(node, "properties").orElseThrow();
            node = SchemaCheck.member(properties, path[1]).orElseThrow();
        }
        return SchemaCheck.texts(SchemaCheck.member(node, "enum").orElseThrow());
    }

    private static List<String> optionNames(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
