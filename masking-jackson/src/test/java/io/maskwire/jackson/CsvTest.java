package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of values without names: annotations hold, and so do paths, as Jackson tells the name of each column. */
@ParameterizedClass
@EnumSource(CsvTest.Version.class)
class CsvTest {

    enum Version {
        JACKSON_2 {
            @Override
            String write(Object rows, Masking masking, Audience audience, boolean header) throws Exception {
                var mapper = com.fasterxml.jackson.dataformat.csv.CsvMapper.builder()
                        .addModule(Jackson2MaskingModule.of(masking))
                        .build();
                var columns = com.fasterxml.jackson.dataformat.csv.CsvSchema.builder();
                COLUMNS.forEach(columns::addColumn);
                return Jackson2MaskingModule.writer(mapper, audience)
                        .with(columns.setUseHeader(header).build())
                        .writeValueAsString(rows);
            }
        },
        JACKSON_3 {
            @Override
            String write(Object rows, Masking masking, Audience audience, boolean header) {
                var mapper = tools.jackson.dataformat.csv.CsvMapper.builder()
                        .addModule(MaskingModule.of(masking))
                        .build();
                var columns = tools.jackson.dataformat.csv.CsvSchema.builder();
                COLUMNS.forEach(columns::addColumn);
                return MaskingModule.writer(mapper, audience)
                        .with(columns.setUseHeader(header).build())
                        .writeValueAsString(rows);
            }
        };

        abstract String write(Object rows, Masking masking, Audience audience, boolean header) throws Exception;
    }

    private static final List<String> COLUMNS = List.of("id", "secret", "many", "note");
    private static final Audience READER = Audience.role("reader");

    record Row(String id, @Sensitive("secret") String secret, List<@Sensitive("secret") String> many, int note) {}

    record Unmarked(String id, String secret, List<String> many, int note) {}

    @JsonPropertyOrder({"id", "unwrapped", "note"})
    static class Unwrapping {
        public String id = "a";

        @JsonUnwrapped
        public Inner unwrapped = new Inner();

        public int note = 7;
    }

    static class Inner {
        @Sensitive("secret")
        public String secret = "tango";

        @Sensitive("secret")
        public List<String> many = List.of("tango", "tango");
    }

    @Parameter
    Version version;

    private MaskingPolicy.Builder policy;

    @BeforeEach
    void policy() {
        policy = MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .audience(READER, grant -> grant.inClear("secret"));
    }

    private String write(Object rows, Audience audience, boolean header) throws Exception {
        return version.write(rows, Masking.of(policy.build()), audience, header);
    }

    private static final String CLEAR = "a,tango,tango;tango,7\nb,tango,,8\n";
    private static final String MASKED = "a,[masked],[masked];[masked],7\nb,[masked],,8\n";
    private static final String HEADER = "id,secret,many,note\n";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void annotationsHold(boolean header) throws Exception {
        List<Row> rows =
                List.of(new Row("a", "tango", List.of("tango", "tango"), 7), new Row("b", "tango", List.of(), 8));

        assertThat(write(rows, Audience.anonymous(), header)).isEqualTo((header ? HEADER : "") + MASKED);
        assertThat(write(rows, READER, header)).isEqualTo((header ? HEADER : "") + CLEAR);
        assertThat(write(new Unwrapping(), Audience.anonymous(), header))
                .isEqualTo((header ? HEADER : "") + MASKED.lines().findFirst().orElseThrow() + "\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pathsHold(boolean header) throws Exception {
        policy.field("$..secret", "secret").field("$[*].many", "secret");
        List<Unmarked> rows = List.of(
                new Unmarked("a", "tango", List.of("tango", "tango"), 7), new Unmarked("b", "tango", List.of(), 8));

        assertThat(write(rows, Audience.anonymous(), header)).isEqualTo((header ? HEADER : "") + MASKED);
        assertThat(write(rows, READER, header)).isEqualTo((header ? HEADER : "") + CLEAR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsUnclassifiedIsErasedAndTheHeaderStays(boolean header) throws Exception {
        policy.unclassified(Unclassified.MASK);
        Map<String, Object> row = new LinkedHashMap<>(Map.of("id", "a", "secret", "tango", "note", 7));

        assertThat(write(List.of(row), READER, header))
                .isEqualTo((header ? HEADER : "") + "[masked],[masked],,[masked]\n");
    }
}
