package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MaskingModuleTest {

    record Card(@Sensitive("pan") String number, String brand) {}

    record Order(
            String id,
            @Sensitive("name") String customer,
            @Redact(keepLast = 2, dataClass = "phone") String phone,
            List<@Sensitive("email") String> copies,
            Card card) {}

    private static final Order ORDER = new Order(
            "o-1",
            "Zoë Müller",
            "0301234567",
            List.of("zoe@example.com", "max@example.com"),
            new Card("4111111111111111", "visa"));

    private static final Masking MASKING = Masking.of(MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .dataClass("name", Masks.redact().style(RedactStyle.NAME))
            .dataClass("phone", Masks.erase())
            .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
            .audience(Audience.role("fraud-desk"), grant -> grant.inClear("pan"))
            .build());

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(MaskingModule.of(MASKING)).build();

    @Test
    void anonymousSeesMaskedValues() {
        assertThat(MAPPER.writeValueAsString(ORDER))
                .isEqualTo("{\"id\":\"o-1\",\"customer\":\"Z***\",\"phone\":\"****67\","
                        + "\"copies\":[\"z***@***.com\",\"m***@***.com\"],"
                        + "\"card\":{\"number\":\"411111******1111\",\"brand\":\"visa\"}}");
    }

    @Test
    void anAudienceSeesInClearWhatItWasGrantedAndNothingElse() {
        String json = MaskingModule.writer(MAPPER, Audience.role("fraud-desk")).writeValueAsString(ORDER);

        assertThat(json).contains("\"number\":\"4111111111111111\"").doesNotContain("Müller", "0301234567", "zoe@");
    }

    @Test
    void aMapperWithoutTheModuleGivesNoWriter() {
        assertThatThrownBy(() -> MaskingModule.writer(new JsonMapper(), Audience.anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("addModule(MaskingModule.of(masking))");
    }
}
