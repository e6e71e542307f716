package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.jackson.Case.Setting;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What masking promises for every way of writing a marked value, whatever the version of Jackson. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MaskingContract {

    private static final Audience READER = Audience.role("reader");
    private static final JsonMapper JUDGE = new JsonMapper();

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .audience(READER, grant -> grant.inClear("secret"))
            .build();

    private final Masking masking = Masking.of(policy);
    private final Masking reporting = Masking.builder(policy).mode(Mode.REPORT).build();

    /** Writes the value of a case; without a masking as Jackson alone does. */
    abstract String write(Case each, @Nullable Masking masking, Audience audience);

    /** Cases that need classes of one version of Jackson. */
    abstract Stream<Case> ownCases();

    Stream<Case> cases() {
        return Stream.of(
                        AnnotatedPlaces.cases(),
                        ValueTypes.cases(),
                        JacksonFeatures.cases(),
                        Combinations.cases(),
                        ownCases())
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void masksTheSecretAndNothingElse(Case each) {
        String plain = write(each, null, Audience.anonymous());
        String masked = write(each, masking, Audience.anonymous());

        assertThat(each.secrets())
                .as("the case shows its secret without masking")
                .anyMatch(plain::contains);
        assertThat(each.secrets())
                .allSatisfy(
                        secret -> assertThat(texts(JUDGE.readTree(masked))).noneMatch(text -> text.contains(secret)));
        compare(each, JUDGE.readTree(plain), JUDGE.readTree(masked), "$");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesAsJacksonAloneForWhoMaySee(Case each) {
        assertThat(write(each, masking, READER)).isEqualTo(write(each, null, READER));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesAsJacksonAloneInReportMode(Case each) {
        assertThat(write(each, reporting, Audience.anonymous())).isEqualTo(write(each, null, Audience.anonymous()));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isContainer() ? node.valueStream().flatMap(MaskingContract::texts) : Stream.of(node.asString());
    }

    /** Same names, same nesting, same values but for those with a secret, which are strings. */
    private static void compare(Case each, JsonNode plain, JsonNode masked, String place) {
        if (plain.isContainer()) {
            assertThat(masked.getNodeType()).as(place).isEqualTo(plain.getNodeType());
            assertThat(masked.propertyNames()).as(place).isEqualTo(plain.propertyNames());
            assertThat(masked.size()).as(place).isEqualTo(plain.size());
            Iterator<JsonNode> others = masked.iterator();
            plain.forEach(value -> compare(each, value, others.next(), place + ".*"));
        } else if (isSecret(each, plain)) {
            assertThat(masked).as(place).isEqualTo(JUDGE.getNodeFactory().stringNode(Masks.MARKER));
        } else if (!(each.has(Setting.COARSE) && masked.asString().equals(Masks.MARKER))) {
            assertThat(masked).as(place).isEqualTo(plain);
        }
    }

    private static boolean isSecret(Case each, JsonNode plain) {
        return !plain.isNull() && each.secrets().stream().anyMatch(plain.asString()::contains);
    }

    // Path rules see names and nesting, and need no annotation

    private final MaskingPolicy byPath = MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .field("$..secret", "secret")
            .field("$.root.exact[*].deep", "secret")
            .audience(READER, grant -> grant.inClear("secret"))
            .build();

    private final Masking maskingByPath = Masking.of(byPath);
    private final Masking reportingByPath =
            Masking.builder(byPath).mode(Mode.REPORT).build();

    /** Cases for path rules that need classes of one version of Jackson. */
    abstract Stream<Case> ownCasesForPaths();

    Stream<Case> casesForPaths() {
        return Stream.concat(PathCases.cases(), ownCasesForPaths());
    }

    @ParameterizedTest
    @MethodSource("casesForPaths")
    void masksWhatAPathSelectsAndNothingElse(Case each) {
        JsonNode plain = JUDGE.readTree(write(each, null, Audience.anonymous()));
        JsonNode masked = JUDGE.readTree(write(each, maskingByPath, Audience.anonymous()));

        compareByPlace(plain, masked, "$", false);
        assertThat(masked).as("the case has something to mask").isNotEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("casesForPaths")
    void writesAsJacksonAloneForWhoMaySeeWhatAPathSelects(Case each) {
        assertThat(JUDGE.readTree(write(each, maskingByPath, READER)))
                .isEqualTo(JUDGE.readTree(write(each, null, READER)));
    }

    @ParameterizedTest
    @MethodSource("casesForPaths")
    void writesAsJacksonAloneInReportModeWithPaths(Case each) {
        assertThat(write(each, reportingByPath, Audience.anonymous()))
                .isEqualTo(write(each, null, Audience.anonymous()));
    }

    private static void compareByPlace(JsonNode plain, JsonNode masked, String place, boolean selected) {
        boolean here = selected || place.endsWith(".secret") || place.matches("\\$\\.root\\.exact\\[]\\.deep");
        if (plain.isObject()) {
            assertThat(masked.propertyNames()).as(place).isEqualTo(plain.propertyNames());
            plain.properties()
                    .forEach(member -> compareByPlace(
                            member.getValue(),
                            masked.get(member.getKey()),
                            place + "." + folded(member.getKey()),
                            here));
        } else if (plain.isArray()) {
            assertThat(masked.size()).as(place).isEqualTo(plain.size());
            for (int i = 0; i < plain.size(); i++) {
                compareByPlace(plain.get(i), masked.get(i), place + "[]", here);
            }
        } else if (here && !plain.isNull() && !place.endsWith(".kind")) {
            assertThat(masked).as(place).isEqualTo(JUDGE.getNodeFactory().stringNode(Masks.MARKER));
        } else {
            assertThat(masked).as(place).isEqualTo(plain);
        }
    }

    private static String folded(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
