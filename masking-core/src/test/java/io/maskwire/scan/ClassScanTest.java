package io.maskwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Classification;
import io.maskwire.policy.Clear;
import io.maskwire.policy.Erase;
import io.maskwire.policy.Hash;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassScanTest {

    private static final Classification SECRET = Classification.ofClass("secret");
    private static final Classification NAME = Classification.ofClass("name");

    private static @Nullable Classification values(Class<?> type, String name) {
        return ClassScan.of(type).named(Set.of(name)).values();
    }

    private static @Nullable Classification keys(Class<?> type, String name) {
        return ClassScan.of(type).named(Set.of(name)).keys();
    }

    @SuppressWarnings("unused")
    static class Annotated {
        @Sensitive("secret")
        String sensitive;

        @Erase
        String erased;

        @Erase(dataClass = "secret")
        String erasedClass;

        @Redact
        String redacted;

        @Redact(style = RedactStyle.PAN, dataClass = "pan")
        String styled;

        @Redact(keepFirst = 1, keepLast = 2, separators = " -")
        String kept;

        @Hash(domain = "mails", normalize = Normalizer.EMAIL)
        String hashed;

        @Hash(dataClass = "email")
        String hashedClass;

        @Clear
        String clear;

        String plain;
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of("sensitive", SECRET),
                Arguments.of("erased", Classification.ofMask(Masks.erase())),
                Arguments.of("erasedClass", Classification.ofClass("secret", Masks.erase())),
                Arguments.of("redacted", Classification.ofMask(Masks.redact())),
                Arguments.of(
                        "styled", Classification.ofClass("pan", Masks.redact().style(RedactStyle.PAN))),
                Arguments.of(
                        "kept",
                        Classification.ofMask(
                                Masks.redact().keepFirst(1).keepLast(2).separators(" -"))),
                Arguments.of("hashed", Classification.ofMask(Masks.hash("mails").normalize(Normalizer.EMAIL))),
                Arguments.of("hashedClass", Classification.ofClass("email", Masks.hash())),
                Arguments.of("clear", Classification.exempt()),
                Arguments.of("plain", null));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void anAnnotationMeansWhatTheSameMaskInCodeMeans(String name, @Nullable Classification expected) {
        assertThat(values(Annotated.class, name)).isEqualTo(expected);
        assertThat(ClassScan.of(Annotated.class).problems()).isEmpty();
    }

    @SuppressWarnings("unused")
    static class Contradicting {
        @Redact(style = RedactStyle.PAN, keepLast = 4)
        String styleAndKeep;

        @Redact(style = {RedactStyle.PAN, RedactStyle.IBAN})
        String twoStyles;

        @Redact(keepLast = -1)
        String negative;

        @Hash
        String noDomain;

        @Sensitive(" ")
        String blank;

        List<@Hash String> inside;
    }

    @ParameterizedTest
    @CsvSource({
        "styleAndKeep, @Redact, takes no other options",
        "twoStyles, @Redact, keep one",
        "negative, @Redact, needs 1 or more",
        "noDomain, @Hash, needs a domain",
        "blank, @Sensitive, needs a name",
        "inside, @Hash, needs a domain"
    })
    void aContradictionErasesAndIsReportedWithItsPlace(String name, String annotation, String reason) {
        assertThat(values(Contradicting.class, name)).isEqualTo(Classification.ofMask(Masks.erase()));
        assertThat(ClassScan.of(Contradicting.class).problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(Contradicting.class.getName() + "#" + name + ": " + annotation)
                        .contains(reason, "the value is erased"));
    }

    @Sensitive("secret")
    @Retention(RetentionPolicy.RUNTIME)
    @interface One {}

    @One
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @interface Two {}

    @Two
    @Retention(RetentionPolicy.RUNTIME)
    @interface Three {}

    @Three
    @Retention(RetentionPolicy.RUNTIME)
    @interface Four {}

    @SuppressWarnings("unused")
    static class Meta {
        @One
        String one;

        @Three
        String three;

        @Four
        String four;

        List<@Two String> inside;
    }

    @Test
    void anotherAnnotationMayStandForAMarkUpToThreeStepsAway() {
        assertThat(values(Meta.class, "one")).isEqualTo(SECRET);
        assertThat(values(Meta.class, "three")).isEqualTo(SECRET);
        assertThat(values(Meta.class, "inside")).isEqualTo(SECRET);
        assertThat(values(Meta.class, "four")).isNull();
    }

    record Pair<A, B>(A a, B b) {}

    @SuppressWarnings("unused")
    static class Inside {
        List<@Sensitive("secret") String> list;
        Map<@Sensitive("name") String, @Sensitive("secret") String> map;
        Map<@Sensitive("name") String, String> keysOnly;
        List<Map<@Sensitive("name") String, List<? extends @Sensitive("secret") Object>>> deep;
        Map.Entry<@Sensitive("name") String, String> entry;
        Pair<@Sensitive("name") String, String> pair;

        @Sensitive("secret")
        String[] array;

        Optional<@Sensitive("secret") String>[] arrayOfOptional;
        Map<Map<@Sensitive("name") String, String>, String> keyOfAKey;
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "map", "deep", "array", "arrayOfOptional"})
    void aMarkInsideATypeHoldsForTheValues(String name) {
        assertThat(values(Inside.class, name)).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "keysOnly", "deep", "entry", "pair", "keyOfAKey"})
    void aMarkOnAKeyTypeHoldsForTheKeys(String name) {
        assertThat(keys(Inside.class, name)).isEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keysOnly", "keyOfAKey"})
    void aMarkOnAKeyTypeSaysNothingOfTheValues(String name) {
        assertThat(values(Inside.class, name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "pair"})
    void whereAKeyMayBeWrittenAsAValueItsMarkHoldsForBoth(String name) {
        assertThat(values(Inside.class, name)).isEqualTo(NAME);
    }

    class Inner {
        Inner(@Sensitive("secret") String first, String second) {}
    }

    @Test
    void parametersOfInnerClassesAreNotMixedUp() {
        assertThat(values(Inner.class, "first")).isEqualTo(SECRET);
        assertThat(values(Inner.class, "second")).isNull();
    }

    interface Named {
        @Sensitive("name")
        String getName();
    }

    @SuppressWarnings("unused")
    static class Parent implements Named {
        @Sensitive("secret")
        private String hidden;

        @Override
        public String getName() {
            return "";
        }
    }

    static class Child extends Parent {
        @Override
        public String getName() {
            return "";
        }

        public String getHidden() {
            return "";
        }
    }

    @Test
    void marksOfSuperclassesAndInterfacesHoldForTheSameName() {
        assertThat(values(Child.class, "name")).isEqualTo(NAME);
        assertThat(values(Child.class, "hidden")).isEqualTo(SECRET);
    }

    record Component(@Sensitive("secret") String secret, String plain) {}

    @Test
    void aRecordComponentIsMarkedUnderItsName() {
        assertThat(values(Component.class, "secret")).isEqualTo(SECRET);
        assertThat(values(Component.class, "plain")).isNull();
        assertThat(ClassScan.of(Component.class).knows("plain")).isTrue();
        assertThat(ClassScan.of(Component.class).knows("other")).isFalse();
    }

    @SuppressWarnings("unused")
    static class Accessors {
        @Sensitive("secret")
        public String getURLName() {
            return "";
        }

        @Sensitive("secret")
        public void setMail(String mail) {}

        @Sensitive("secret")
        public boolean isGone() {
            return true;
        }

        public void setParameter(@Sensitive("secret") String parameter) {}

        @Sensitive("secret")
        private boolean isField;
    }

    @ParameterizedTest
    @ValueSource(strings = {"urlname", "URLName", "uRLName", "mail", "gone", "parameter", "field", "isField"})
    void anAccessorIsMarkedUnderEverySpellingOfItsName(String name) {
        assertThat(values(Accessors.class, name)).isEqualTo(SECRET);
    }

    @SuppressWarnings("unused")
    static class Creator {
        Creator(@Sensitive("secret") String mail) {}

        static Creator of(@Sensitive("name") String name, int plain) {
            return new Creator(name);
        }

        static String notACreator(@Sensitive("name") String other) {
            return other;
        }
    }

    @Test
    void parametersOfCreatorsAreMarkedUnderTheirNames() {
        assertThat(values(Creator.class, "mail")).isEqualTo(SECRET);
        assertThat(values(Creator.class, "name")).isEqualTo(NAME);
        assertThat(values(Creator.class, "other")).isNull();
    }

    @Sensitive("secret")
    interface MarkedInterface {}

    @Sensitive("name")
    static class MarkedParent implements MarkedInterface {}

    static class MarkedChild extends MarkedParent {}

    static class Mails extends ArrayList<@Sensitive("secret") String> {
        private static final long serialVersionUID = 1L;
    }

    static class ByName extends HashMap<@Sensitive("name") String, @Sensitive("secret") String> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aClassHasTheMarksOfItsSuperclassesInterfacesAndTheirArguments() {
        assertThat(ClassScan.of(MarkedChild.class).type().values()).isEqualTo(NAME.and(SECRET));
        assertThat(ClassScan.of(Mails.class).type()).isEqualTo(new Marks(SECRET, null));
        assertThat(ClassScan.of(ByName.class).type()).isEqualTo(new Marks(SECRET, NAME));
    }

    @SuppressWarnings("unused")
    static class Several {
        @Sensitive("secret")
        String one;

        Map<@Sensitive("name") String, String> two;

        @Clear
        String three;
    }

    @Test
    void whatNobodyCanPlaceHasAllMarksButExemptions() {
        assertThat(ClassScan.of(Several.class).anything()).isIn(SECRET.and(NAME), NAME.and(SECRET));
        assertThat(ClassScan.of(Several.class).anyKeys()).isEqualTo(NAME);
    }

    @SuppressWarnings("unused")
    static class NotMembers {
        @Sensitive("secret")
        static String shared;

        @Sensitive("secret")
        transient String passing;

        @Sensitive("secret")
        String field;

        @Sensitive("secret")
        String describe() {
            return "";
        }
    }

    @Test
    void onlyMembersThatHoldDataMustBeCovered() {
        assertThat(ClassScan.of(NotMembers.class).members())
                .filteredOn(MarkedMember::holdsData)
                .extracting(MarkedMember::place)
                .containsExactly(NotMembers.class.getName() + "#field");
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, int.class, int[].class, Map.class, Object.class, Thread.class})
    void classesOfTheJdkSayNothing(Class<?> type) {
        assertThat(ClassScan.of(type)).isSameAs(ClassScan.EMPTY);
    }

    @Test
    void aClassIsReadOnce() {
        assertThat(ClassScan.of(Component.class)).isSameAs(ClassScan.of(Component.class));
    }

    @Test
    void aSecondScanAddsItsMarks() {
        ClassScan both = ClassScan.of(Component.class).and(ClassScan.of(Several.class));

        assertThat(both.named(Set.of("secret")).values()).isEqualTo(SECRET);
        assertThat(both.named(Set.of("two")).keys()).isEqualTo(NAME);
        assertThat(both.knows("plain")).isTrue();
        assertThat(both.and(ClassScan.EMPTY)).isSameAs(both);
    }
}
