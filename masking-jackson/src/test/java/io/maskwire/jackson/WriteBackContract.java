package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.WriteBack;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 6, whatever the version of Jackson: a masked value that comes back is not stored as a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WriteBackContract {

    static final Audience DESK = Audience.role("desk");

    /** Reads with one masking, or as Jackson alone does. */
    abstract Object read(String json, Class<?> type, @Nullable Masking masking, @Nullable Audience from)
            throws Exception;

    /** How an object is written without masking. */
    abstract String written(Object value) throws Exception;

    /** Cases that need classes of one version of Jackson. */
    abstract List<ReadCase> ownCases();

    Stream<ReadCase> cases() {
        return Stream.concat(ReadCase.all().stream(), ownCases().stream());
    }

    static MaskingPolicy.Builder policy(WriteBack what) {
        return MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .audience(DESK, grant -> grant.inClear("secret"))
                .writeBack(what);
    }

    static Masking masking(WriteBack what) {
        return Masking.of(policy(what).build());
    }

    private final Masking refusing = masking(WriteBack.REFUSE);
    private final Masking dropping = masking(WriteBack.DROP);

    private Object plain(String json, ReadCase each) throws Exception {
        return read(json, each.type(), null, null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsRealValuesAsJacksonAlone(ReadCase each) throws Exception {
        String expected = written(plain(each.withReal(), each));

        for (Masking masking : List.of(refusing, dropping)) {
            assertThat(written(read(each.withReal(), each.type(), masking, null)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesAMaskedValue(ReadCase each) throws Exception {
        String masked = each.with("\"[masked]\"");

        Throwable refusal = catchThrowable(() -> read(masked, each.type(), refusing, null));

        assertThat(refusal)
                .as(masked)
                .isNotNull()
                .hasMessageContaining("a masked value came back here")
                .hasMessageContaining("leave the property out");
        if (!each.absent().isEmpty()) {
            assertThat(refusal.getMessage()).containsPattern("\\[\"(the-)?(secret|geheim|segreto|\\*)\"]");
        }
        assertThat(refusal.getMessage()).doesNotContain("[masked]");
        assertThat(refusal.getCause()).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dropsAMaskedValue(ReadCase each) throws Exception {
        String masked = each.with("\"[masked]\"");
        if (each.absent().isEmpty()) {
            // Jackson can't do without it.
            assertThat(catchThrowable(() -> read(masked, each.type(), dropping, null)))
                    .isNotNull();
            return;
        }

        Object expected = plain(each.absent(), each);

        assertThat(written(read(masked, each.type(), dropping, null))).isEqualTo(written(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changesNothingInReportMode(ReadCase each) throws Exception {
        Masking reporting = Masking.builder(policy(WriteBack.REFUSE).build())
                .mode(Mode.REPORT)
                .build();
        String masked = each.with("\"[masked]\"");

        assertThat(outcome(masked, each, reporting)).isEqualTo(outcome(masked, each, null));
    }

    private String outcome(String json, ReadCase each, @Nullable Masking masking) {
        try {
            return written(read(json, each.type(), masking, null));
        } catch (Exception failed) {
            return String.valueOf(failed.getMessage());
        }
    }
}
