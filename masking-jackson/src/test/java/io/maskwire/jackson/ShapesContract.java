package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.jackson.ShapeFamily.Feature;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.ValueKind;
import io.maskwire.scan.TypedRules;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random classes with random marks, compiled on the spot, with a canary in each marked place: none comes out, each is
 * replaced by what the policy says for its place, and all else is as Jackson writes it. What the classes say as path rules
 * gives the same document, but for what a path can't say: {@link Feature} lists that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShapesContract {

    private static final int OBJECTS = 6;

    private static final JsonMapper JUDGE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Audience READER = Audience.role("reader");
    private static final List<Audience> AUDIENCES = List.of(Audience.anonymous(), READER, Audience.role("nobody"));

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("first", Masks.constant("<first>"))
            .dataClass("second", Masks.redact().keepFirst(1).keepLast(1))
            .dataClass("third", Masks.of(original -> "#" + Integer.toHexString(original.hashCode())))
            .audience(READER, grant -> grant.inClear("first").mask("second", Masks.erase()))
            .build();
    private final Masking masking = Masking.of(policy);
    private final Masking reporting = Masking.builder(policy).mode(Mode.REPORT).build();

    private static final List<ShapeFamily> EXPRESSIBLE = families("expressible", Set.of(), 1, 2, 3, 5, 8);
    private static final List<ShapeFamily> WILD = families("wild", EnumSet.allOf(Feature.class), 1, 2, 3, 5, 8);
    private static final Map<Feature, List<ShapeFamily>> SPECIAL = new EnumMap<>(Feature.class);
    private static final ShapeClasses CLASSES;

    static {
        List<ShapeFamily> all = new ArrayList<>(EXPRESSIBLE);
        all.addAll(WILD);
        for (Feature feature : Feature.values()) {
            SPECIAL.put(feature, families("only" + feature.ordinal() + "n", EnumSet.of(feature), 13, 21));
            all.addAll(SPECIAL.get(feature));
        }
        CLASSES = new ShapeClasses(all);
    }

    private static List<ShapeFamily> families(String name, Set<Feature> features, long... seeds) {
        List<ShapeFamily> families = new ArrayList<>();
        for (long seed : seeds) {
            families.add(new ShapeFamily("generated." + name + seed, seed, features));
        }
        return families;
    }

    /** Writes an object; without a masking as Jackson alone does. */
    abstract String write(Object value, @Nullable Masking masking, Audience audience);

    /** A document, and what is in it. */
    private record Document(Shape shape, Class<?> type, Object value, Map<String, Classification> canaries) {}

    private List<Document> documents(ShapeFamily family) {
        List<Document> documents = new ArrayList<>();
        for (Shape shape : family.shapes) {
            for (int i = 0; i < OBJECTS && shape.kind != Shape.Kind.GENERIC; i++) {
                ShapeValues values = new ShapeValues(CLASSES, family, i * 31L + documents.size());
                Object value = values.object(shape);
                documents.add(new Document(shape, CLASSES.of(family, shape), value, values.canaries));
            }
        }
        return documents;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void noCanaryComesOutOfClassesThatUseEverything(int family) {
        documents(WILD.get(family)).forEach(this::checkMasked);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void noCanaryComesOutAndPathRulesGiveTheSameDocument(int family) {
        for (Document document : documents(EXPRESSIBLE.get(family))) {
            checkMasked(document);
            TypedRules typed = TypedRules.of("$", document.type());
            assertThat(typed.notCovered()).as(describe(document)).isEmpty();
            Masking byPaths = Masking.of(policy.with(typed.rules()));
            for (Audience audience : AUDIENCES) {
                assertThat(byPaths(document, byPaths, audience))
                        .as("%s for %s by %s", describe(document), audience, typed.rules())
                        .isEqualTo(JUDGE.readTree(write(document.value(), masking, audience)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void noCanaryComesOutWherePathRulesAreNotEnough(Feature feature) {
        int differing = 0;
        boolean said = false;
        for (ShapeFamily family : SPECIAL.get(feature)) {
            for (Document document : documents(family)) {
                checkMasked(document);
                TypedRules typed = TypedRules.of("$", document.type());
                said |= !typed.notCovered().isEmpty();
                JsonNode masked = JUDGE.readTree(write(document.value(), masking, Audience.anonymous()));
                Masking byPaths = Masking.of(policy.with(typed.rules()));
                differing += byPaths(document, byPaths, Audience.anonymous()).equals(masked) ? 0 : 1;
            }
        }
        assertThat(differing)
                .as("documents that differ: " + feature + " is no reason if none does")
                .isPositive();
        assertThat(said).as("the export names what it doesn't cover").isEqualTo(EXPORT_SAYS_SO.contains(feature));
    }

    /** The export knows Java, not Jackson: where Java tells, it says what it doesn't cover. */
    private static final Set<Feature> EXPORT_SAYS_SO = EnumSet.of(Feature.ANY_OBJECT, Feature.OPEN, Feature.KEYS);

    @Test
    void theClassesAreNotTooTame() {
        Set<String> plain = new HashSet<>();
        int canaries = 0;
        for (ShapeFamily family : WILD) {
            for (Document document : documents(family)) {
                plain.add(write(document.value(), null, Audience.anonymous()));
                canaries += document.canaries().size();
            }
        }
        assertThat(plain.size()).as("different documents").isGreaterThan(200);
        assertThat(canaries).as("canaries").isGreaterThan(600);
    }

    private static String describe(Document document) {
        return document.type().getName();
    }

    private JsonNode byPaths(Document document, Masking paths, Audience audience) {
        byte[] plain = write(document.value(), null, audience).getBytes(StandardCharsets.UTF_8);
        return JUDGE.readTree(paths.json().mask(plain, audience));
    }

    private void checkMasked(Document document) {
        String plain = write(document.value(), null, Audience.anonymous());
        assertThat(write(document.value(), reporting, Audience.anonymous()))
                .as(describe(document))
                .isEqualTo(plain);
        for (Audience audience : AUDIENCES) {
            String masked = write(document.value(), masking, audience);
            Judge judge = new Judge(document.canaries(), masking.engine().open(Outlet.JSON, audience));
            JsonNode tree = JUDGE.readTree(masked);
            judge.compare(JUDGE.readTree(plain), tree, describe(document) + " for " + audience);
            Set<String> shown = new HashSet<>();
            texts(tree, shown);
            shown.retainAll(document.canaries().keySet());
            assertThat(shown).as(describe(document) + " for " + audience).isSubsetOf(judge.clear);
        }
    }

    private static void texts(JsonNode node, Set<String> texts) {
        texts.addAll(node.propertyNames());
        node.forEach(each -> texts(each, texts));
        if (node.isValueNode()) {
            texts.add(node.asString());
        }
    }

    /** Goes through what Jackson writes alone and with masking, and expects what the policy says for each canary. */
    private static final class Judge {

        private final Map<String, Classification> canaries;
        private final MaskingSession session;
        final Set<String> clear = new HashSet<>();

        Judge(Map<String, Classification> canaries, MaskingSession session) {
            this.canaries = canaries;
            this.session = session;
        }

        void compare(JsonNode plain, JsonNode masked, String place) {
            if (plain.isObject()) {
                assertThat(masked.propertyNames()).as(place).containsExactlyElementsOf(names(plain));
            }
            if (plain.isContainer()) {
                assertThat(masked.getNodeType()).as(place).isEqualTo(plain.getNodeType());
                assertThat(masked.size()).as(place).isEqualTo(plain.size());
                Iterator<JsonNode> others = masked.iterator();
                plain.forEach(each -> compare(each, others.next(), place));
            } else if (canaries.containsKey(plain.asString())) {
                String expected = expected(plain.asString(), ValueKind.STRING);
                boolean isClear = expected.equals(plain.asString());
                assertThat(masked)
                        .as(place)
                        .isEqualTo(isClear ? plain : JUDGE.getNodeFactory().stringNode(expected));
            } else {
                assertThat(masked).as(place).isEqualTo(plain);
            }
        }

        private Set<String> names(JsonNode plain) {
            Set<String> names = new LinkedHashSet<>();
            for (String name : plain.propertyNames()) {
                String expected = canaries.containsKey(name) ? expected(name, ValueKind.NAME) : name;
                String unique = expected;
                for (int i = 2; !names.add(unique); i++) {
                    unique = expected + "#" + i;
                }
            }
            return names;
        }

        private String expected(String original, ValueKind kind) {
            Classification classification = canaries.get(original);
            if (session.leaves(classification)) {
                clear.add(original);
                return original;
            }
            return session.mask(classification, original, kind);
        }
    }
}
