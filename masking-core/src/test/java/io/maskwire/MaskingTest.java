package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.key.KeyException;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Subject;
import io.maskwire.policy.TruncateDateMask;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {

    private static final String PAN = "4111111111111111";

    @Test
    void masksForOneAndShowsToAnother() {
        Masking masking = Masking.of(MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .audience(Audience.role("fraud-desk"), grant -> grant.inClear("pan"))
                .build());

        assertThat(masking.mask("pan", PAN, Audience.anonymous())).isEqualTo("411111******1111");
        assertThat(masking.mask("pan", PAN, Audience.role("fraud-desk"))).isEqualTo(PAN);
        assertThat(masking.mask("pan", PAN, Audience.role("other"))).isEqualTo(Masks.MARKER);
        assertThat(masking.mask("pna", PAN, Audience.role("fraud-desk"))).isEqualTo(Masks.MARKER);
    }

    @Test
    void datesOfOneSubjectKeepTheirDistance() {
        EventCounts counts = new EventCounts();
        Masking masking = Masking.builder(MaskingPolicy.builder()
                        .dataClass("visit", Masks.shiftDate(365))
                        .build())
                .keys(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key()))))
                .events(counts)
                .build();
        Subject patient = Subject.of("patient-4711");
        String admitted = masking.mask("visit", "2026-02-27", Audience.anonymous(), patient);
        String dismissed = masking.mask("visit", "2026-03-02T10:15:30+01:00", Audience.anonymous(), patient);

        assertThat(admitted).isNotEqualTo("2026-02-27");
        assertThat(LocalDate.parse(admitted).plusDays(3)).isEqualTo(dismissed.substring(0, 10));
        assertThat(dismissed).endsWith("T10:15:30+01:00");
        assertThat(masking.mask("visit", "2026-02-27", Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(counts.snapshot())
                .containsEntry(new MaskingEvent(Action.MASKED, Outlet.CALL, "visit", "anonymous"), 2L)
                .containsEntry(new MaskingEvent(Action.NO_SUBJECT, Outlet.CALL, "visit", "anonymous"), 1L)
                .hasSize(2);
        assertThat(masking.toString() + counts.snapshot()).doesNotContain("4711");
    }

    @Test
    void aMaskSeesTheSubjectAndItsContextPrintsWithoutIt() {
        List<String> seen = new ArrayList<>();
        Masking masking = Masking.of(MaskingPolicy.builder()
                .dataClass("x", (original, context) -> {
                    seen.add(context.toString());
                    return context.subject().map(Subject::id).orElse("nobody");
                })
                .build());

        assertThat(masking.mask("x", "", Audience.anonymous(), Subject.of("patient-4711")))
                .isEqualTo("patient-4711");
        assertThat(masking.mask("x", "", Audience.anonymous())).isEqualTo("nobody");
        assertThat(seen).hasSize(2).noneMatch(text -> text.contains("4711"));
    }

    @Test
    void aKeyedPolicyWithoutKeysIsRefusedAndSaysHowToMakeOne() {
        Masking.Builder builder = Masking.builder(
                MaskingPolicy.builder().dataClass("email", Masks.hash()).build());

        assertThatThrownBy(builder::build)
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void reportModeChangesNothingAndCountsWhatItWould() {
        EventCounts counts = new EventCounts();
        Masking masking = Masking.builder(
                        MaskingPolicy.builder().dataClass("pan", Masks.erase()).build())
                .mode(Mode.REPORT)
                .events(counts)
                .build();

        assertThat(masking.mask("pan", PAN, Audience.anonymous())).isEqualTo(PAN);
        assertThat(counts.snapshot())
                .hasToString("{MaskingEvent[action=WOULD_MASK, outlet=CALL, dataClass=pan, audience=anonymous]=1}");
    }

    @Test
    void aValueTooShortForItsFormatIsErasedAndCountedAsThat() {
        EventCounts counts = new EventCounts();
        Masking masking = keyed(Masks.formatPreserving().keepFirst(6), counts);

        assertThat(masking.mask("x", "4111-1111-111", Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(masking.mask("x", "no number", Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(masking.mask("x", "1".repeat(201), Audience.anonymous())).isEqualTo(Masks.MARKER);
        assertThat(masking.mask("x", PAN, Audience.anonymous())).matches("411111\\d{10}");
        assertThat(counts.snapshot().keySet().stream().map(MaskingEvent::action))
                .containsExactlyInAnyOrder(
                        MaskingEvent.Action.TOO_SHORT,
                        MaskingEvent.Action.UNMASKABLE,
                        MaskingEvent.Action.TOO_LONG,
                        MaskingEvent.Action.MASKED);
    }

    @Test
    void aRelayPassesOnWhatWasMaskedAndMasksWhatOnlyLooksSo() {
        Masking masking = keyed(Masks.tokenize("tax-id"), event -> {});
        String token = masking.mask("x", "12-3456789", Audience.anonymous());

        assertThat(masking.mask("x", token, Audience.anonymous())).isEqualTo(token);
        assertThat(masking.mask("x", "mw1.k.12-3456789", Audience.anonymous()))
                .startsWith("mw1.k.")
                .doesNotContain("3456789");
        assertThat(masking.mask("x", token + ".12-3456789", Audience.anonymous()))
                .startsWith("mw1.k.")
                .doesNotContain("3456789");
    }

    @Test
    void everyKeyedMaskNeedsAKey() {
        for (Mask mask : List.of(Masks.hash(), Masks.tokenize(), Masks.formatPreserving())) {
            Masking.Builder builder =
                    Masking.builder(MaskingPolicy.builder().dataClass("x", mask).build());

            assertThatThrownBy(builder::build).isInstanceOf(KeyException.class);
        }
    }

    private static Masking keyed(Mask mask, EventSink events) {
        return Masking.builder(MaskingPolicy.builder().dataClass("x", mask).build())
                .keys(KeyRing.from(() -> KeyMaterial.of("k", Map.of("k", key()))))
                .events(events)
                .build();
    }

    /** Promise 1: unusual originals through every mask; all that comes out besides the clear form is searched. */
    @ParameterizedTest
    @MethodSource("originals")
    void noMaskShowsOrTellsTheOriginal(String original) {
        List<String> told = new ArrayList<>();
        for (Mask mask : hidingMasks()) {
            Masking masking = Masking.builder(
                            MaskingPolicy.builder().dataClass("x", mask).build())
                    .keys(KeyRing.from(() -> KeyMaterial.of("k", Map.of("k", key()))))
                    .events(event -> told.add(event.toString()))
                    .build();

            told.add(masking.mask("x", original, Audience.anonymous()));
            told.add(masking.toString());
        }

        assertThat(told).hasSizeGreaterThan(30).noneMatch(text -> text.contains(original));
    }

    static List<String> originals() {
        return List.of(
                PAN,
                "Zoë Müller-Łukasz",
                "山田 花子",
                "🚀🚀🚀",
                "zoë@example.com",
                "mh1.k.4111111111111111aaaaaaaaaaa",
                "mw1.k.4111111111111111aaaaaaaaaaa",
                "4111 1111-1111.1112",
                "４１１１１１１１１１１１１１１１",
                "[redacted]",
                "\u0000\u0001\u0002",
                "4111\ud800",
                "1984-02-29",
                "2001:db8::6",
                "{\"card\":\"4111\"}",
                "a".repeat(MaskingTest.OVER_THE_LIMIT));
    }

    private static final int OVER_THE_LIMIT = (1 << 20) + 1;

    private static List<Mask> hidingMasks() {
        List<Mask> masks = new ArrayList<>(List.of(
                Masks.erase(),
                Masks.redact(),
                Masks.redact().keepFirst(1).keepLast(1),
                Masks.hash(),
                Masks.hash("other").then(Masks.redact().keepLast(4)),
                Masks.tokenize(),
                Masks.tokenize("other").then(Masks.redact().keepLast(4)),
                Masks.formatPreserving().keepFirst(6),
                Masks.formatPreserving().keepFirst(6).luhn(Luhn.INVALID),
                Masks.formatPreserving("other").alphabet(Alphabet.ALPHANUMERIC_LOWER),
                Masks.constant("secret"),
                Masks.truncateIp(),
                Masks.truncateDate().to(TruncateDateMask.Part.MONTH),
                Masks.bucket(100),
                Masks.nothing(),
                Masks.shiftDate(365),
                (original, context) -> {
                    throw new IllegalStateException("can't take " + original);
                }));
        for (RedactStyle style : RedactStyle.values()) {
            masks.add(Masks.redact().style(style));
        }
        return masks;
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 7);
        }
        return key;
    }
}
