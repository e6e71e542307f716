package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.maskwire.Masking;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.ShiftDate;
import io.maskwire.policy.Subject;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A document about somebody: dates of one subject are moved alike, in Jackson as by a direct call. */
class Jackson2SubjectTest {

    record Stay(
            @ShiftDate(days = 365, dataClass = "visit") LocalDate from,
            @ShiftDate(days = 365, dataClass = "visit") Instant to) {}

    private static final Stay STAY = new Stay(LocalDate.parse("2026-02-27"), Instant.parse("2026-03-02T10:15:30Z"));
    private static final Subject PATIENT = Subject.of("patient-4711");

    private final EventCounts events = new EventCounts();
    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("visit", Masks.shiftDate(365))
                    .build())
            .keys(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key()))))
            .events(events)
            .build();
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(Jackson2MaskingModule.of(masking))
            .build();
    private final ObjectWriter writer = Jackson2MaskingModule.writer(mapper, Audience.anonymous());

    private static byte[] key() {
        byte[] key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (3 * i));
        return key;
    }

    @Test
    void datesOfOneSubjectMoveAsInADirectCall() throws Exception {
        JsonNode moved =
                mapper.readTree(Jackson2MaskingModule.about(writer, PATIENT).writeValueAsString(STAY));
        LocalDate from = LocalDate.parse(moved.get("from").textValue());

        assertThat(from).isNotEqualTo(STAY.from());
        assertThat(moved.get("to").textValue()).isEqualTo(from.plusDays(3) + "T10:15:30Z");
        assertThat(from.toString()).isEqualTo(masking.mask("visit", "2026-02-27", Audience.anonymous(), PATIENT));
    }

    @Test
    void aDocumentAboutNobodyHasTheMarkerAndIsCounted() throws Exception {
        assertThat(writer.writeValueAsString(List.of(STAY))).isEqualTo("[{\"from\":\"[masked]\",\"to\":\"[masked]\"}]");
        assertThat(writer.withAttribute(Subject.class, "patient-4711").writeValueAsString(STAY))
                .as("a subject of another type")
                .isEqualTo("{\"from\":\"[masked]\",\"to\":\"[masked]\"}");
        assertThat(events.of(new MaskingEvent(Action.NO_SUBJECT, Outlet.JSON, "visit", "anonymous")))
                .isEqualTo(4);
    }
}
