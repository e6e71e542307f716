package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The mask {@code nothing} in JSON that is at hand as bytes, characters or a stream: as in Jackson, null. */
class NothingInJsonTest {

    private static final String LONG = "Zoë ".repeat(300_000);

    private final EventCounts events = new EventCounts();
    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("gone", Masks.nothing())
                    .field("$..note", "gone")
                    .field("$..other", Masks.erase())
                    .build())
            .events(events)
            .build();

    @Test
    void everyScalarBecomesNullAndStructureStays() throws IOException {
        String json =
                "{\"note\":\"Zoë\",\"a\":{\"note\":[1, true, null, {\"x\":\"\\u00eb\"}]},\"other\":2,\"note\":\"\"}";
        String expected = "{\"note\":null,\"a\":{\"note\":[null, null, null, {\"x\":null}]},"
                + "\"other\":\"[masked]\",\"note\":null}";

        assertThat(masking.json().mask(json, Audience.anonymous())).isEqualTo(expected);
        assertThat(bytes(json)).isEqualTo(expected);
        assertThat(stream(json)).isEqualTo(expected);
        assertThat(events.of(new MaskingEvent(Action.MASKED, Outlet.JSON, "gone", "anonymous")))
                .isEqualTo(3 * 5);
    }

    @Test
    void aValueOverTheLimitIsNullToo() throws IOException {
        String json = "[{\"note\":\"" + LONG + "\"},{\"other\":\"" + LONG + "\"}]";
        String expected = "[{\"note\":null},{\"other\":\"[masked]\"}]";

        assertThat(masking.json().mask(json, Audience.anonymous())).isEqualTo(expected);
        assertThat(bytes(json)).isEqualTo(expected);
        assertThat(stream(json)).isEqualTo(expected);
    }

    private String bytes(String json) {
        byte[] masked = masking.json().mask(json.getBytes(StandardCharsets.UTF_8), Audience.anonymous());
        return new String(masked, StandardCharsets.UTF_8);
    }

    private String stream(String json) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        masking.json()
                .mask(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), masked, Audience.anonymous());
        return masked.toString(StandardCharsets.UTF_8);
    }
}
