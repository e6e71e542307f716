package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    /** A place for tests; an element has no name. */
    record Step(
            FieldPath.@Nullable Location parent, @Nullable String name) implements FieldPath.Location {

        /** Reads {@code a/b/#/c}, where {@code #} is an element; empty is the root. */
        static Step at(String text) {
            Step here = new Step(null, null);
            for (String part : text.isEmpty() ? new String[0] : text.split("/")) {
                here = new Step(here, part.equals("#") ? null : part);
            }
            return here;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a | a",
                "$.a.b | a/b",
                "$.cardNumber | card_number",
                "$.card-number | CARDNUMBER",
                "$['odd name'] | odd name",
                "$[\"it's\"] | it's",
                "$['it\\'s'] | it's",
                "$.cards[*].number | cards/#/number",
                "$.cards.*.number | cards/#/number",
                "$[*].number | #/number",
                "$.* | x",
                "$..ssn | ssn",
                "$..ssn | a/#/b/ssn",
                "$..a..b | x/a/y/z/b",
                "$..a.b | a/a/b",
                "$..a[*].b | x/a/#/b",
                "$..* | a/b",
                "$..*password* | a/userPassword2",
                "$..pass*word | pass_secret_word",
                "$.größe | größe",
                "$..a*a | aa",
                "$..*ab*b | abb",
                "$.AZ | az",
                "$.az | AZ",
                "$ | ''",
            })
    void selects(String path, String place) {
        assertThat(FieldPath.parse(path).selects(Step.at(place))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a | b",
                "$.a | a/b",
                "$.a | x/a",
                "$.a.b | b",
                "$.a.b | x/a/b",
                "$.cards.number | cards/#/number",
                "$.cards[*] | cards/#/number",
                "$..ssn | ssn/x",
                "$..a.b | a/x/b",
                "$..*password* | pass/word",
                "$..a*a | a",
                "$..*ab*b | ab",
                "$..*ab*ab* | ab",
                "$.ab | a",
                "$.ab | abc",
                "$['a@'] | a`",
                "$['a['] | a{",
                "$.a | ''",
                "$ | a",
            })
    void doesNotSelect(String path, String place) {
        assertThat(FieldPath.parse(path).selects(Step.at(place))).isFalse();
    }

    @Test
    void exactNamesCompareToTheLetter() {
        FieldPath exact = FieldPath.parse("$.cardNumber").exact();

        assertThat(exact.selects(Step.at("cardNumber"))).isTrue();
        assertThat(exact.selects(Step.at("card_number"))).isFalse();
        assertThat(exact).isNotEqualTo(FieldPath.parse("$.cardNumber")).hasToString("$.cardNumber (exact)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b | 1",
                "'' | 1",
                "$a | 2",
                "$. | 3",
                "$.a. | 5",
                "$.a b | 4",
                "$.a[0] | 5",
                "$.a[1:2] | 5",
                "$.a[?(@.b)] | 5",
                "$['a | 5",
                "$['a' | 6",
                "$['a\\n'] | 6",
                "$... | 4",
                "$.** | 5",
                "$..*-* | 7",
            })
    void whatCannotBeReadIsRefusedWithItsPosition(String path, int position) {
        assertThatThrownBy(() -> FieldPath.parse(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Bad path at character " + position + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "_", "-", "\u0080", "ÿ", "名", "🚀"})
    void aNameAfterADotMayHold(String character) {
        assertThat(FieldPath.parse("$.x" + character).selects(Step.at("x" + character)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "{", "@", "/", ":", "^", " ", "+", ",", "\u007f", "'"})
    void aNameAfterADotMayNotHold(String character) {
        assertThatThrownBy(() -> FieldPath.parse("$.x" + character))
                .hasMessage("Bad path at character 4: expected . or [ here");
    }

    @Test
    void moreThan1024CharactersAreRefused() {
        String longest = "$." + "a".repeat(1022);

        assertThat(FieldPath.parse(longest)).hasToString(longest);
        assertThatThrownBy(() -> FieldPath.parse(longest + "a"))
                .hasMessage("A path has at most 1024 characters, but this has 1025");
    }

    @ParameterizedTest
    @CsvSource({
        "$.a.card_number, true",
        "$..*Number, true",
        "$.cardNumber[*], true",
        "$..cardNumber.*, true",
        "$[*], true",
        "$, true",
        "$.cardNumber.b, false",
        "$.cardNumber.b[*], false",
    })
    void mayLeadToANameThatItsLastNamedStepSays(String path, boolean may) {
        assertThat(FieldPath.parse(path).mayLeadTo("CardNumber")).isEqualTo(may);
    }

    @Test
    void anExactPathLeadsToItsNameOnly() {
        assertThat(FieldPath.parse("$.cardNumber").exact().mayLeadTo("cardNumber"))
                .isTrue();
        assertThat(FieldPath.parse("$.cardNumber").exact().mayLeadTo("card_number"))
                .isFalse();
    }

    @Test
    void theOnlyNameIsThatOfTheLastNamedStep() {
        assertThat(FieldPath.parse("$.a.card_Number[*]").onlyName()).contains("cardnumber");
        assertThat(FieldPath.parse("$.a.*x*").onlyName()).isEmpty();
        assertThat(FieldPath.parse("$[*]").onlyName()).isEmpty();
    }

    @Test
    void mayEndWithWhatItsLastStepSays() {
        assertThat(FieldPath.parse("$.a.b").mayEndWith("b")).isTrue();
        assertThat(FieldPath.parse("$.a.b").mayEndWith("a")).isFalse();
        assertThat(FieldPath.parse("$.a[*]").mayEndWith(null)).isTrue();
        assertThat(FieldPath.parse("$.a").mayEndWith(null)).isFalse();
        assertThat(FieldPath.parse("$").mayEndWith("a")).isFalse();
        assertThat(FieldPath.parse("$").mayEndWith(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "$.cardNumber, card_number, other",
        "$..*Number, CARD_NUMBER, numbers",
        "$['a*b'], A*B, axb",
    })
    void itsLastStepMatchesNamesAsThePathDoes(String path, String selected, String other) {
        FieldPath folded = FieldPath.parse(path);
        FieldPath.Step last = folded.steps().get(0);

        assertThat(last.matches(selected))
                .isEqualTo(folded.mayEndWith(selected))
                .isTrue();
        assertThat(last.matches(other)).isEqualTo(folded.mayEndWith(other)).isFalse();
        assertThat(folded.exact().steps().get(0).matches(selected))
                .isEqualTo(folded.exact().mayEndWith(selected))
                .isFalse();
    }

    @Test
    void stepsSayWhatTheyLeadTo() {
        assertThat(FieldPath.parse("$.Aa_.*..b-*").steps())
                .containsExactly(
                        new FieldPath.Step(FieldPath.Step.Kind.NAME, "aa", false, false),
                        new FieldPath.Step(FieldPath.Step.Kind.ANY, "", false, false),
                        new FieldPath.Step(FieldPath.Step.Kind.PATTERN, "b*", false, true));
        assertThat(FieldPath.parse("$.Aa_.*..b-*").exact().steps())
                .containsExactly(
                        new FieldPath.Step(FieldPath.Step.Kind.NAME, "Aa_", true, false),
                        new FieldPath.Step(FieldPath.Step.Kind.ANY, "", true, false),
                        new FieldPath.Step(FieldPath.Step.Kind.PATTERN, "b-*", true, true));
    }

    @Test
    void anExactPatternComparesToTheLetter() {
        FieldPath exact = FieldPath.parse("$..card*").exact();

        assertThat(exact.selects(Step.at("cardNumber"))).isTrue();
        assertThat(exact.selects(Step.at("CardNumber"))).isFalse();
        assertThat(exact.selects(Step.at("#"))).isFalse();
    }

    @Test
    void onlyTheDollarAloneIsTheRoot() {
        assertThat(FieldPath.parse("$").isRoot()).isTrue();
        assertThat(FieldPath.parse("$.a").isRoot()).isFalse();
    }

    @Test
    void equalPathsHaveOneHashAndExactOnesAnother() {
        FieldPath path = FieldPath.parse("$..a.*b[*]['c d']");

        assertThat(path).hasSameHashCodeAs(FieldPath.parse("$..a.*b[*]['c d']"));
        assertThat(path.exact()).doesNotHaveSameHashCodeAs(path);
        assertThat(FieldPath.parse("$.a")).doesNotHaveSameHashCodeAs(FieldPath.parse("$.b"));
        assertThat(FieldPath.parse("$.a")).isNotEqualTo(FieldPath.parse("$..a")).isNotEqualTo(FieldPath.parse("$.b"));
    }

    @Test
    void tooManySegmentsAreRefused() {
        assertThatThrownBy(() -> FieldPath.parse("$" + ".a".repeat(33))).hasMessageContaining("at most 32 segments");
        assertThat(FieldPath.parse("$" + ".a".repeat(32)).selects(Step.at("a/".repeat(31) + "a")))
                .isTrue();
    }

    @Test
    void printsAsItIsRead() {
        for (String path : List.of("$", "$.a..b[*]..*x*", "$['odd name']['it\\'s']", "$..['a b']")) {
            assertThat(FieldPath.parse(path)).hasToString(path);
            assertThat(FieldPath.parse(FieldPath.parse(path).toString())).isEqualTo(FieldPath.parse(path));
        }
    }

    /** The bit-parallel walk agrees with a plain recursive reading of the grammar on random paths and places. */
    @Test
    void agreesWithANaiveReading() {
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            List<String> place = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                place.add(List.of("a", "b", "#").get(random.nextInt(3)));
            }
            List<String> segments = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                segments.add((random.nextInt(3) == 0 ? ".." : ".")
                        + List.of("a", "b", "*").get(random.nextInt(3)));
            }
            String path = "$" + String.join("", segments);

            assertThat(FieldPath.parse(path).selects(Step.at(String.join("/", place))))
                    .as("%s on %s", path, place)
                    .isEqualTo(naive(segments, place));
        }
    }

    private static boolean naive(List<String> segments, List<String> place) {
        if (segments.isEmpty()) {
            return place.isEmpty();
        }
        if (place.isEmpty()) {
            return false;
        }
        boolean descendant = segments.get(0).startsWith("..");
        String name = segments.get(0).replace(".", "");
        List<String> rest = segments.subList(1, segments.size());
        List<String> below = place.subList(1, place.size());
        boolean here = name.equals("*") || name.equals(place.get(0));
        return here && naive(rest, below) || descendant && naive(segments, below);
    }
}
