package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.maskwire.Masking;
import io.maskwire.policy.WriteBack;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.DeferredBindingException;
import tools.jackson.databind.json.JsonMapper;

class ReadErrorsTest extends ReadErrorsContract {

    private static JsonMapper mapper(@Nullable Masking masking, boolean showsSource) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, showsSource)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        if (masking != null) {
            builder.addModule(MaskingModule.of(masking));
        }
        return builder.build();
    }

    @Override
    Object read(String json, Class<?> type, @Nullable Masking masking, boolean showsSource) {
        return mapper(masking, showsSource).readValue(json, type);
    }

    @Override
    Object convert(String json, Class<?> type, Masking masking) {
        Object tree = new JsonMapper().readValue(json, Object.class);
        return mapper(masking, true).convertValue(tree, type);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noCollectedProblemQuotesTheValue(ReadCase each) {
        ObjectReader reader = mapper(WriteBackContract.masking(WriteBack.REFUSE), true)
                .readerFor(each.type())
                .problemCollectingReader();

        Throwable error = catchThrowable(() -> reader.readValueCollectingProblems(each.withReal()));

        assertThat(error).isNotNull();
        assertThat(everythingIn(error)).doesNotContain("tango", "Zürich", "471147");
        assertThat(problems(error)).noneMatch(problem -> problem.contains("tango") || problem.contains("471147"));
    }

    private static List<String> problems(Throwable error) {
        return Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
                .filter(DeferredBindingException.class::isInstance)
                .flatMap(deferred -> ((DeferredBindingException) deferred).getProblems().stream())
                .map(problem ->
                        problem + " " + problem.getMessage() + " " + problem.getRawValue() + " " + problem.getPath())
                .toList();
    }

    @Override
    List<ReadCase> ownCases() {
        return Jackson3ReadTypes.broken();
    }
}
