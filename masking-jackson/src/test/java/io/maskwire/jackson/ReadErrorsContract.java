package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.WriteBack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Promise 1 while reading, whatever the version of Jackson: no error quotes a classified value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadErrorsContract {

    /** A value that can't be read; as text, and as it begins in numbers. */
    private static final List<String> CANARIES = List.of("tango", "Zürich", "471147");

    private static final JsonMapper JUDGE = new JsonMapper();
    private static final String TEXT = "\"tango-Zürich-471147\"";
    private static final String NUMBER = "471147471147471147471147";

    private final Masking masking = WriteBackContract.masking(WriteBack.REFUSE);
    private final Masking dropping = WriteBackContract.masking(WriteBack.DROP);

    /** Reads with a mapper that was told to show the source in messages, or not. */
    abstract Object read(String json, Class<?> type, @Nullable Masking masking, boolean showsSource) throws Exception;

    /** Converts a map to the type, as an application may do. */
    abstract Object convert(String json, Class<?> type, Masking masking) throws Exception;

    /** Cases that need classes of one version of Jackson. */
    abstract List<ReadCase> ownCases();

    private static ReadCase of(Class<?> type, String value) {
        return ReadCase.of(type, value);
    }

    private static ReadCase at(Class<?> type, String json) {
        return ReadCase.of(type, json, "", "");
    }

    Stream<ReadCase> cases() {
        return Stream.concat(common().stream(), ownCases().stream());
    }

    private static List<ReadCase> common() {
        List<ReadCase> cases = new ArrayList<>();
        for (Class<?> type : List.of(
                ReadTypes.Numbers.class,
                ReadTypes.Longs.class,
                ReadTypes.Doubles.class,
                ReadTypes.Truth.class,
                ReadTypes.Decimal.class,
                ReadTypes.Dated.class,
                ReadTypes.Unique.class,
                ReadTypes.Chosen.class,
                ReadTypes.Listed.class,
                ReadTypes.Arrayed.class,
                ReadTypes.Mapped.class,
                ReadTypes.Whole.class,
                ReadTypes.OfMarked.class,
                ReadTypes.OfMarkedList.class,
                ReadTypes.OfAnimal.class,
                BrokenTypes.Creator.class,
                BrokenTypes.Factory.class,
                BrokenTypes.Setter.class,
                BrokenTypes.OfDelegated.class,
                BrokenTypes.Unwrapped.class)) {
            cases.add(of(type, TEXT));
        }
        for (Class<?> type : List.of(
                ReadTypes.Numbers.class,
                ReadTypes.Longs.class,
                ReadTypes.Dated.class,
                ReadTypes.Unique.class,
                ReadTypes.Chosen.class)) {
            cases.add(of(type, NUMBER));
        }
        for (Class<?> type : List.of(ReadTypes.Plain.class, ReadTypes.Numbers.class, ReadTypes.Listed.class)) {
            cases.add(of(type, "{\"tango\":471147}"));
            cases.add(of(type, "[[471147,\"tango\"]]"));
            cases.add(of(type, "tango"));
            cases.add(of(type, "\"tango\u0001Zürich\""));
            cases.add(of(type, "\"tango\\qZürich\""));
            cases.add(of(type, "471147tango"));
            cases.add(of(type, "\"tango\" \"Zürich\""));
            cases.add(of(type, "\"tango"));
        }
        cases.add(of(BrokenTypes.OfMarked.class, "{\"number\":" + TEXT + "}"));
        cases.add(of(BrokenTypes.OfMarkedList.class, "[{\"number\":" + TEXT + "}]"));
        cases.add(of(BrokenTypes.OfInner.class, "{\"number\":" + TEXT + "}"));
        cases.add(of(BrokenTypes.OfInner.class, "{\"number\":1,\"tango\":" + TEXT + "}"));
        cases.add(of(BrokenTypes.OfInners.class, "{\"tango\":{\"number\":" + TEXT + "}}"));
        cases.add(of(BrokenTypes.Keyed.class, "{\"tango\":1}"));
        cases.add(of(BrokenTypes.OfKind.class, "{\"kind\":\"numbered\",\"secret\":" + TEXT + "}"));
        cases.add(of(BrokenTypes.OfKind.class, "{\"secret\":" + TEXT + ",\"kind\":\"numbered\"}"));
        cases.add(at(BrokenTypes.Kind.class, "{\"secret\":tango,\"kind\":\"numbered\"}"));
        cases.add(of(BrokenTypes.OfKind.class, "{\"secret\":tango,\"kind\":\"numbered\"}"));
        cases.add(at(BrokenTypes.OtherSetter.class, "{\"secret\":" + TEXT + ",\"id\":\"x\"}"));
        cases.add(at(ReadTypes.External.class, "{\"kind\":\"address\",\"secret\":" + TEXT + "}"));
        cases.add(at(ReadTypes.External.class, "{\"secret\":{\"number\":" + TEXT + "},\"kind\":\"address\"}"));
        cases.add(at(ReadTypes.Positional.class, "[\"p-1\",{\"tango\":1}]"));
        cases.add(at(ReadTypes.OfGeneric.class, "{\"inner\":{\"secret\":{\"number\":" + TEXT + "}}}"));
        cases.add(of(BrokenTypes.Unwrapped.class, "tango"));
        for (String broken :
                List.of(TEXT, "tango", "471147tango", "\"tango\\qZürich\"", "[tango]", "{\"tango\":tango}")) {
            cases.add(at(BrokenTypes.UnwrappedTwice.class, "{\"id\":\"p-1\",\"a-b-secret\":" + broken + "}"));
            cases.add(of(BrokenTypes.UnwrappedThrice.class, broken));
        }
        cases.add(of(BrokenTypes.OfWhole.class, "tango"));
        cases.add(of(BrokenTypes.OfWhole.class, TEXT));
        cases.add(of(BrokenTypes.OfWholes.class, "[{\"a\":tango}]"));
        cases.add(of(BrokenTypes.OfWholes.class, "[{\"a\":" + TEXT + "}]"));
        cases.add(of(BrokenTypes.OfNumber.class, "471147tango"));
        cases.add(at(BrokenTypes.External.class, "{\"secret\":" + NUMBER + ",\"kind\":\"int\"}"));
        cases.add(at(ReadTypes.AnyField.class, "{\"id\":\"p-1\",\"x\":tango}"));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noErrorQuotesTheValue(ReadCase each) {
        String json = each.withReal();
        for (boolean showsSource : new boolean[] {false, true}) {
            for (Masking with : List.of(masking, dropping)) {
                Throwable error = catchThrowable(() -> read(json, each.type(), with, showsSource));

                assertThat(error).as(json).isNotNull();
                assertThat(everythingIn(error)).doesNotContain(CANARIES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCaseQuotesItsValueWithoutMasking(ReadCase each) {
        Throwable error = catchThrowable(() -> read(each.withReal(), each.type(), null, true));

        assertThat(CANARIES).anyMatch(everythingIn(error)::contains);
    }

    @Test
    void noErrorQuotesWhatAPathSelectsOfWhatIsUnwrapped() {
        Masking byPath = Masking.of(MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .field("$..secret", "secret")
                .build());

        Throwable error = catchThrowable(
                () -> read("{\"id\":\"p-1\",\"secret\":tango}", BrokenTypes.UnwrappedOpen.class, byPath, true));

        assertThat(everythingIn(error)).contains("UnwrappedOpen").doesNotContain(CANARIES);
    }

    static Stream<ReadCase> visible() {
        return Stream.of(
                        "{\"secret\":\"tango\",\"count\":\"many\"}",
                        "{\"secret\":\"tango\",\"count\":12345678901234567890}",
                        "{\"secret\":\"tango\",\"count\":mist}",
                        "{\"secret\":\"tango\",\"count\":1,\"extra\":2}",
                        "{\"secret\":\"tango\",\"count\":1 \"address\":null}",
                        "{\"secret\":\"tango\",\"address\":{\"street\":\"s\",\"number\":-1}}",
                        "{\"secret\":\"tango\",\"address\":{\"street\":\"s\",\"number\":\"n\"}}",
                        "{\"secret\":\"tango\",\"address\":{\"street\":\"s\"")
                .map(json -> at(BrokenTypes.Visible.class, json));
    }

    @ParameterizedTest
    @MethodSource("visible")
    void errorsOfOtherPropertiesStayAsJacksonWordsThem(ReadCase each) {
        Throwable plain = catchThrowable(() -> read(each.json(), each.type(), null, false));
        Throwable error = catchThrowable(() -> read(each.json(), each.type(), masking, false));

        assertThat(error).as(each.json()).hasMessage(plain.getMessage()).hasSameClassAs(plain);
    }

    @ParameterizedTest
    @MethodSource("visible")
    void noErrorOfAnotherPropertyShowsTheSourceAroundIt(ReadCase each) {
        Throwable error = catchThrowable(() -> read(each.json(), each.type(), masking, true));
        Throwable around = catchThrowable(() -> read(
                "{\"content\":[{\"secret\":\"tango\",\"count\":1}],\"total\":mist}",
                BrokenTypes.Page.class,
                masking,
                true));

        assertThat(everythingIn(error)).doesNotContain(CANARIES);
        assertThat(everythingIn(around)).doesNotContain(CANARIES);
    }

    @ParameterizedTest
    @MethodSource("convertible")
    void noErrorOfAConversionQuotesTheValue(ReadCase each) {
        Throwable error = catchThrowable(() -> convert(each.withReal(), each.type(), masking));

        assertThat(everythingIn(error)).doesNotContain(CANARIES);
    }

    /** What is no JSON can't be converted. */
    Stream<ReadCase> convertible() {
        return cases().filter(each -> catchThrowable(() -> JUDGE.readTree(each.withReal())) == null);
    }

    /** All a logger or an error page may print of an error, and all its getters give. */
    static String everythingIn(@Nullable Throwable error) {
        StringWriter text = new StringWriter();
        collect(error, text, Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void collect(@Nullable Throwable error, StringWriter text, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return;
        }
        error.printStackTrace(new PrintWriter(text, true));
        for (Method getter : error.getClass().getMethods()) {
            if (getter.getParameterCount() == 0 && getter.getName().matches("(get|processor|toString).*")) {
                text.append(described(getter, error)).append('\n');
            }
        }
        collect(error.getCause(), text, seen);
        for (Throwable suppressed : error.getSuppressed()) {
            collect(suppressed, text, seen);
        }
    }

    private static String described(Method getter, Throwable error) {
        try {
            getter.setAccessible(true);
            Object value = getter.invoke(error);
            return value == null ? "" : value + " " + sourceOf(value);
        } catch (ReflectiveOperationException | RuntimeException failed) {
            return "";
        }
    }

    /** A location may hold the whole document. */
    private static String sourceOf(Object value) throws ReflectiveOperationException {
        for (Method method : value.getClass().getMethods()) {
            if (method.getName().equals("contentReference")) {
                Object reference = method.invoke(value);
                Object raw = reference.getClass().getMethod("getRawContent").invoke(reference);
                return String.valueOf(raw);
            }
        }
        return "";
    }
}
