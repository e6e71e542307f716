package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import io.maskwire.declaration.Node.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an editor does with a JSON Schema: as much of draft-07 as our schemas use. A keyword it doesn't know is an error,
 * so a schema can't hold anything that isn't checked here.
 */
final class SchemaCheck {

    private static final Set<String> SILENT = Set.of("$schema", "title", "description", "definitions", "then", "else");
    private static final String REFERENCE = "#/definitions/";

    private final Mapping schema;

    private SchemaCheck(Mapping schema) {
        this.schema = schema;
    }

    /** JSON is YAML, so our own reader reads it. */
    static SchemaCheck of(String file) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaCheck((Mapping) document(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Node document(String text) {
        Problems problems = new Problems();
        String plain = SourceText.of(text.getBytes(StandardCharsets.UTF_8), "test", problems);
        return YamlReader.documents(plain, "test", problems).get(0);
    }

    Mapping definition(String name) {
        return (Mapping) member(member(schema, "definitions").orElseThrow(), name)
                .orElseThrow(() -> new AssertionError("The schema has no definition " + name));
    }

    List<String> definitions() {
        return keys(member(schema, "definitions").orElseThrow());
    }

    List<String> properties(String definition) {
        return keys(member(definition(definition), "properties").orElseThrow());
    }

    static List<String> keys(Node node) {
        return ((Mapping) node).entries().stream().map(Entry::key).toList();
    }

    static List<String> texts(Node node) {
        return ((Sequence) node)
                .items().stream().map(item -> ((Scalar) item).text()).toList();
    }

    static Optional<Node> member(Node node, String key) {
        return node instanceof Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    boolean accepts(String text) {
        return accepts(schema, document(text));
    }

    private boolean accepts(Node rule, Node value) {
        if (rule instanceof Scalar constant) {
            return constant.text().equals("true");
        }
        return ((Mapping) rule).entries().stream().allMatch(entry -> accepts(entry, (Mapping) rule, value));
    }

    private boolean accepts(Entry keyword, Mapping rule, Node value) {
        Node operand = keyword.value();
        return switch (keyword.key()) {
            case "$ref" -> referred(text(operand), value);
            case "type" -> isOf(text(operand), value);
            case "enum" -> texts(operand).stream().anyMatch(text -> isText(text, value));
            case "const" -> isConstant(operand, value);
            case "pattern" ->
                !isText(value)
                        || Pattern.compile(text(operand)).matcher(text(value)).find();
            case "minLength" -> !isText(value) || length(value) >= number(operand);
            case "maxLength" -> !isText(value) || length(value) <= number(operand);
            case "minimum" -> !isNumber(value) || number(value) >= number(operand);
            case "maximum" -> !isNumber(value) || number(value) <= number(operand);
            case "minItems" -> !(value instanceof Sequence list) || list.items().size() >= number(operand);
            case "uniqueItems" ->
                !(value instanceof Sequence list)
                        || list.items().stream()
                                        .map(SchemaCheck::text)
                                        .distinct()
                                        .count()
                                == list.items().size();
            case "items" ->
                !(value instanceof Sequence list) || list.items().stream().allMatch(item -> accepts(operand, item));
            case "minProperties" ->
                !(value instanceof Mapping map) || map.entries().size() >= number(operand);
            case "required" -> !(value instanceof Mapping map) || keys(map).containsAll(texts(operand));
            case "properties" ->
                !(value instanceof Mapping map)
                        || map.entries().stream()
                                .allMatch(entry -> member(operand, entry.key())
                                        .map(inner -> accepts(inner, entry.value()))
                                        .orElse(true));
            case "additionalProperties" ->
                !(value instanceof Mapping map)
                        || map.entries().stream()
                                .filter(entry -> member(rule, "properties")
                                        .flatMap(known -> member(known, entry.key()))
                                        .isEmpty())
                                .allMatch(entry -> accepts(operand, entry.value()));
            case "propertyNames" ->
                !(value instanceof Mapping map)
                        || map.entries().stream()
                                .allMatch(entry ->
                                        accepts(operand, new Scalar(entry.key(), ScalarType.TEXT, entry.place())));
            case "dependencies" ->
                !(value instanceof Mapping map)
                        || keys(map).stream()
                                .allMatch(key -> member(operand, key)
                                        .map(others -> keys(map).containsAll(texts(others)))
                                        .orElse(true));
            case "allOf" -> ((Sequence) operand).items().stream().allMatch(inner -> accepts(inner, value));
            case "anyOf" -> ((Sequence) operand).items().stream().anyMatch(inner -> accepts(inner, value));
            case "not" -> !accepts(operand, value);
            case "if" ->
                member(rule, accepts(operand, value) ? "then" : "else")
                        .map(branch -> accepts(branch, value))
                        .orElse(true);
            default -> {
                if (!SILENT.contains(keyword.key())) {
                    throw new AssertionError("The schema uses " + keyword.key() + ", which this check doesn't know");
                }
                yield true;
            }
        };
    }

    /** A definition of this schema, or of one beside it. */
    private boolean referred(String reference, Node value) {
        int hash = reference.indexOf('#');
        SchemaCheck in = hash == 0 ? this : of(reference.substring(0, hash));
        return in.accepts(in.definition(reference.substring(hash + REFERENCE.length())), value);
    }

    private static boolean isOf(String type, Node value) {
        return switch (type) {
            case "object" -> value instanceof Mapping;
            case "array" -> value instanceof Sequence;
            case "string" -> isText(value);
            case "boolean" -> value instanceof Scalar scalar && scalar.type() == ScalarType.TRUTH;
            case "integer" -> isNumber(value) && text(value).matches("[-+]?[0-9]+");
            default -> throw new AssertionError("The schema uses the type " + type);
        };
    }

    private static boolean isText(Node value) {
        return value instanceof Scalar scalar && scalar.type() == ScalarType.TEXT;
    }

    private static boolean isText(String text, Node value) {
        return isText(value) && text(value).equals(text);
    }

    private static boolean isConstant(Node constant, Node value) {
        return constant instanceof Scalar expected
                && value instanceof Scalar scalar
                && scalar.type() == expected.type()
                && scalar.text().equals(expected.text());
    }

    private static boolean isNumber(Node value) {
        return value instanceof Scalar scalar && scalar.type() == ScalarType.NUMBER;
    }

    private static String text(Node value) {
        return value instanceof Scalar scalar ? scalar.text() : value.toString();
    }

    private static int length(Node value) {
        return text(value).codePointCount(0, text(value).length());
    }

    private static double number(Node value) {
        return text(value).matches("[-+0-9.eE]+") ? Double.parseDouble(text(value)) : Double.NaN;
    }
}
