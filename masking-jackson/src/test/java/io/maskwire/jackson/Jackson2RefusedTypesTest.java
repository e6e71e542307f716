package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeId;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.maskwire.Masking;
import io.maskwire.policy.Clear;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.Sensitive;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.Outlet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A type whose marks can't be kept is refused before a value of it is written. */
class Jackson2RefusedTypesTest {

    private static final String SECRET = "tango";

    private final MaskingPolicy policy =
            MaskingPolicy.builder().dataClass("secret", Masks.erase()).build();
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(Jackson2MaskingModule.of(Masking.of(policy)))
            .build();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new DerivedGetter(), "DerivedGetter#ssn", "move the annotation to the getter"),
                Arguments.of(new OtherFieldName(), "OtherFieldName#_ssn", "@JsonIgnore beside it"),
                Arguments.of(new SetterOnly(), "SetterOnly#setSsn", "move the annotation to the getter"),
                Arguments.of(new FieldAndSetter(), "FieldAndSetter#ssn", "move the annotation to the getter"),
                Arguments.of(new UnseenGetter(), "UnseenGetter#getSsn", "move the annotation to the getter"),
                Arguments.of(new OfParameter(SECRET), "OfParameter#new", "move the annotation to the getter"),
                Arguments.of(List.of(new DerivedGetter()), "DerivedGetter#ssn", "move the annotation to the getter"),
                Arguments.of(twice(new Identified()), "property ssn", "IntSequenceGenerator"),
                Arguments.of(new Always(), "property ssn", "IntSequenceGenerator"),
                Arguments.of(new IdentifiedByProperty(), "property ssn", "IntSequenceGenerator"),
                Arguments.of(new IdentifiedAsBase(), "property ssn", "IntSequenceGenerator"),
                Arguments.of(new TypedByMember(), "TypedByMember#ssn", "use another member as the type id"),
                Arguments.of(new WrittenAsBase(), "lacks its marks", "mark the members of"),
                Arguments.of(new PropertyAsBase(), "lacks its marks", "mark the members of"),
                Arguments.of(new ContentsAsBase(), "lacks its marks", "mark the members of"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithPlaceAndRemedyAndWithoutTheValue(Object value, String place, String remedy) throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> mapper.writeValueAsString(value))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining(place)
                    .hasMessageContaining(remedy)
                    .hasMessageNotContaining(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isWrittenAndCountedInReportMode(Object value) throws Exception {
        EventCounts counts = new EventCounts();
        JsonMapper reporting = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(
                        Masking.builder(policy).mode(Mode.REPORT).events(counts).build()))
                .build();

        assertThat(reporting.writeValueAsString(value)).isEqualTo(new JsonMapper().writeValueAsString(value));
        assertThat(counts.of(new MaskingEvent(MaskingEvent.Action.WOULD_REFUSE, Outlet.JSON, "-", "-")))
                .isPositive();
    }

    static Stream<Object> written() {
        return Stream.of(
                new Ignored(),
                new IgnoredByGetter(),
                new IgnoredByName(),
                new WriteOnly(),
                new NotSerialized(),
                new IdentifiedByNumber(),
                new IdentifiedByExempt(),
                new IdentifiedByOther());
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWrittenIfNothingOfItComesOut(Object value) throws Exception {
        assertThatCode(() -> mapper.writeValueAsString(value)).doesNotThrowAnyException();
        assertThat(mapper.writeValueAsString(value)).contains("visible").doesNotContain(SECRET);
    }

    static class DerivedGetter {
        public String id = "visible";

        @Sensitive("secret")
        private final String ssn = SECRET;

        public String getSocialNumber() {
            return ssn;
        }
    }

    static class OtherFieldName {
        public String id = "visible";

        @Sensitive("secret")
        private final String _ssn = SECRET;

        public String getSsn() {
            return _ssn;
        }
    }

    static class SetterOnly {
        private String number = SECRET;

        @Sensitive("secret")
        public void setSsn(String ssn) {
            number = ssn;
        }

        public String getNumber() {
            return number;
        }
    }

    static class FieldAndSetter {
        @Sensitive("secret")
        private String ssn = SECRET;

        public void setSsn(String ssn) {
            this.ssn = ssn;
        }

        public String getNumber() {
            return ssn;
        }
    }

    static class UnseenGetter {
        public String number = SECRET;

        @Sensitive("secret")
        private String getSsn() {
            return number;
        }
    }

    static class OfParameter {
        private final String number;

        @JsonCreator
        OfParameter(@JsonProperty("ssn") @Sensitive("secret") String ssn) {
            number = ssn;
        }

        public String getNumber() {
            return number;
        }
    }

    private static Object twice(Object value) {
        return List.of(value, value);
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "ssn")
    static class Identified {
        @Sensitive("secret")
        public String ssn = SECRET;
    }

    @JsonIdentityReference(alwaysAsId = true)
    static class Always extends Identified {}

    static class Marked {
        @Sensitive("secret")
        public String ssn = SECRET;
    }

    static class IdentifiedByProperty {
        @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "ssn")
        public Marked marked = new Marked();
    }

    static class IdentifiedAsBase {
        @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "ssn")
        public Object marked = new Marked();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    static class TypedByMember {
        public String id = "visible";

        @JsonTypeId
        @Sensitive("secret")
        public String ssn = SECRET;
    }

    static class Base {
        protected String ssn = SECRET;

        public String getSsn() {
            return ssn;
        }
    }

    static class MarkedSub extends Base {
        @Sensitive("secret")
        @Override
        public String getSsn() {
            return ssn;
        }
    }

    @JsonSerialize(as = Base.class)
    static class WrittenAsBase extends MarkedSub {}

    static class PropertyAsBase {
        @JsonSerialize(as = Base.class)
        public MarkedSub sub = new MarkedSub();
    }

    static class ContentsAsBase {
        @JsonSerialize(contentAs = Base.class)
        public List<MarkedSub> subs = List.of(new MarkedSub());
    }

    static class Ignored {
        public String id = "visible";

        @JsonIgnore
        @Sensitive("secret")
        public String ssn = SECRET;
    }

    static class IgnoredByGetter {
        public String id = "visible";

        @Sensitive("secret")
        private final String ssn = SECRET;

        @JsonIgnore
        public String getSsn() {
            return ssn;
        }
    }

    @JsonIgnoreProperties("ssn")
    static class IgnoredByName {
        public String id = "visible";

        @Sensitive("secret")
        public String ssn = SECRET;
    }

    static class WriteOnly {
        public String id = "visible";

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Sensitive("secret")
        public String ssn = SECRET;
    }

    static class NotSerialized {
        public String id = "visible";

        @Sensitive("secret")
        private final transient String ssn = SECRET;
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@id")
    static class IdentifiedByNumber extends Marked {
        public String id = "visible";
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    static class IdentifiedByExempt extends Marked {
        @Clear
        public String id = "visible";
    }

    static class IdentifiedByOther {
        @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
        public IdentifiedByNumber marked = new IdentifiedByNumber();
    }
}
