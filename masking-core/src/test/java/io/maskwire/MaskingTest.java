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
import io.maskwire.policy.TruncateDateMask;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEvent;
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
