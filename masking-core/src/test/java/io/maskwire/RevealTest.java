package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.reveal.AuditRecord;
import io.maskwire.reveal.AuditRecord.Outcome;
import io.maskwire.reveal.AuditSink;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.reveal.RevealException;
import io.maskwire.reveal.RevealRate;
import io.maskwire.reveal.Revealer;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent.Action;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevealTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TAX_ID = "12-3456789";
    private static final Caller ANNA = new Caller("anna", Audience.role("fraud-desk"));
    private static final Caller BORIS = new Caller("boris", Audience.role("support"));
    private static final Reason REASON = Reason.of("chargeback 4711");
    private static final MaskingPolicy POLICY = MaskingPolicy.builder()
            .dataClass("tax-id", Masks.tokenize())
            .dataClass("email", Masks.tokenize())
            .dataClass("pan", Masks.formatPreserving().keepFirst(6).luhn(Luhn.INVALID))
            .audience(Audience.role("fraud-desk"), grant -> grant.reveal("tax-id", "pan"))
            .audience(Audience.role("support"), grant -> grant.inClear("tax-id"))
            .build();

    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private final EventCounts events = new EventCounts();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Masking masking = builder(TestKeys.ring("k1", "k2")).build();
    private final String token = masked("tax-id", TAX_ID);

    @Test
    void whoMayAndSaysWhyGetsTheOriginalAndARecordSaysSo() {
        assertThat(masking.reveal("tax-id", token, ANNA, REASON)).isEqualTo(TAX_ID);

        AuditRecord written = onlyRecord();
        assertThat(written)
                .isEqualTo(new AuditRecord(
                        NOON,
                        "anna",
                        Audience.role("fraud-desk"),
                        "",
                        "tax-id",
                        "tax-id",
                        "k1",
                        "chargeback 4711",
                        written.fingerprint(),
                        Outcome.REVEALED));
        assertThat(written.fingerprint()).matches("[0-9a-f]{32}");
        assertThat(written.toString()).doesNotContain(TAX_ID).doesNotContain(token);
    }

    @Test
    void everyValueUpToTheLongestComesBack() {
        Random random = new Random(4711);
        for (int length : new int[] {0, 1, 15, 16, 17, 1_000, 1 << 20}) {
            StringBuilder original = new StringBuilder();
            while (original.length() < length) {
                int codePoint = random.nextInt(2) == 0 ? random.nextInt(0x80) : 0x80 + random.nextInt(0xd000);
                original.appendCodePoint(codePoint);
            }
            String masked = masked("tax-id", original.toString());

            assertThat(masked).startsWith("mw1.k1.");
            assertThat(masking.reveal("tax-id", masked, ANNA, REASON)).isEqualTo(original.toString());
        }
    }

    @Test
    void theRecordIsWrittenBeforeTheOriginalIsThere() {
        List<String> order = new ArrayList<>();
        Masking ordered = builder(TestKeys.ring("k1"))
                .audit(attempt -> order.add("record"))
                .build();

        order.add(ordered.reveal("tax-id", token, ANNA, REASON));

        assertThat(order).containsExactly("record", TAX_ID);
    }

    @Test
    void aSinkThatFailsRevealsNothing() {
        List<AuditSink> broken = List.of(
                attempt -> {
                    throw new IOException("disk full");
                },
                attempt -> {
                    throw new IllegalStateException(token);
                },
                attempt -> {
                    throw new InterruptedException();
                });
        for (AuditSink sink : broken) {
            Masking failing = builder(TestKeys.ring("k1")).audit(sink).build();

            refuses(() -> failing.reveal("tax-id", token, ANNA, REASON));
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(events.snapshot().entrySet()).singleElement().satisfies(entry -> {
            assertThat(entry.getKey().action()).isEqualTo(Action.AUDIT_FAILED);
            assertThat(entry.getValue()).isEqualTo(3);
        });
    }

    @Test
    void aSinkThatFailsIsLoggedByItsClassAlone() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Revealer.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line);
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Masking failing = builder(TestKeys.ring("k1"))
                .audit(attempt -> {
                    throw new IllegalStateException(token + TAX_ID, new IOException(attempt.toJson()));
                })
                .build();
        logger.addHandler(listener);
        try {
            refuses(() -> failing.reveal("tax-id", token, ANNA, REASON));
        } finally {
            logger.removeHandler(listener);
        }

        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(line.getThrown()).isNull();
            assertThat(new SimpleFormatter().formatMessage(line))
                    .isEqualTo("An audit record could not be written (java.lang.IllegalStateException); nothing was"
                            + " revealed");
        });
    }

    @Test
    void anErrorOfTheSinkRevealsNothingEither() {
        Masking failing = builder(TestKeys.ring("k1"))
                .audit(attempt -> {
                    throw new StackOverflowError();
                })
                .build();

        assertThatThrownBy(() -> failing.reveal("tax-id", token, ANNA, REASON)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void everyRefusalLooksTheSameOutsideAndIsNamedInTheRecord() {
        String other = masked("email", "zoë@example.com");
        String ofTenant =
                builder(TestKeys.ring("k1")).tenant("acme").build().mask("tax-id", TAX_ID, Audience.anonymous());
        String ofOtherKey = builder(TestKeys.ring("k9")).build().mask("tax-id", TAX_ID, Audience.anonymous());
        List<RevealException> errors = List.of(
                refuses(() -> masking.reveal("tax-id", token, BORIS, REASON)),
                refuses(() -> masking.reveal("tax-id", TAX_ID, BORIS, REASON)),
                refuses(() -> masking.reveal("tax-id", other, ANNA, REASON)),
                refuses(() -> masking.reveal("tax-id", ofTenant, ANNA, REASON)),
                refuses(() -> masking.reveal("tax-id", ofOtherKey, ANNA, REASON)),
                refuses(() -> masking.reveal("tax-id", token + "A", ANNA, REASON)),
                refuses(() -> masking.reveal("tax-id", TAX_ID, ANNA, REASON)),
                refuses(() -> masking.reveal("no-class", token, ANNA, REASON)),
                refuses(() -> masking.revealPreserved("pan", "k9", "4111111111111116", ANNA, REASON)),
                refuses(() -> masking.revealPreserved("pan", "k1", "4111111111111111", ANNA, REASON)),
                refuses(() -> masking.revealPreserved("pan", "k1", "4111111111111116", BORIS, REASON)),
                refuses(() -> masking.revealPreserved(
                        "pan", Masks.formatPreserving("email"), "k1", "4111111111111116", ANNA, REASON)));

        assertThat(errors).allSatisfy(error -> {
            assertThat(error)
                    .hasMessage(errors.get(0).getMessage())
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
            assertThat(insideOurs(error)).isEqualTo(insideOurs(errors.get(0)));
        });
        assertThat(records.stream().map(AuditRecord::outcome))
                .containsExactly(
                        Outcome.NOT_PERMITTED,
                        Outcome.NOT_PERMITTED,
                        Outcome.OTHER_DOMAIN,
                        Outcome.INVALID,
                        Outcome.UNKNOWN_KEY,
                        Outcome.INVALID,
                        Outcome.UNKNOWN_KEY,
                        Outcome.UNKNOWN_CLASS,
                        Outcome.UNKNOWN_KEY,
                        Outcome.INVALID,
                        Outcome.NOT_PERMITTED,
                        Outcome.OTHER_DOMAIN);
        assertThat(records.get(2).domain()).isEqualTo("email");
    }

    /** The innermost frame: where an error comes from tells nothing either. */
    private static String insideOurs(RevealException error) {
        return error.getStackTrace()[0].toString();
    }

    @Test
    void aRecordHoldsNothingTheAskerMadeUp() {
        refuses(() -> masking.reveal("no-class-4711", "mw1.made-up.AAAA", BORIS, REASON));
        refuses(() -> masking.revealPreserved("pan", "made-up", "4111111111111116", ANNA, REASON));
        refuses(() -> masking.reveal("tax-id", token, new Caller("carl", Audience.role("made-up")), REASON));

        assertThat(records)
                .allSatisfy(attempt -> assertThat(attempt.toString())
                        .doesNotContain("made-up")
                        .doesNotContain("no-class")
                        .doesNotContain("AAAA"));
    }

    @Test
    void whoAsksTooOftenWaitsAndOthersDoNot() {
        Masking slow = builder(TestKeys.ring("k1"))
                .revealRate(new RevealRate(2, Duration.ofMinutes(1)))
                .build();
        Caller dora = new Caller("dora", Audience.role("fraud-desk"));

        assertThat(slow.reveal("tax-id", token, ANNA, REASON)).isEqualTo(TAX_ID);
        refuses(() -> slow.reveal("tax-id", "not a token", ANNA, REASON));
        refuses(() -> slow.reveal("tax-id", token, ANNA, REASON));
        assertThat(slow.reveal("tax-id", token, dora, REASON)).isEqualTo(TAX_ID);
        now.set(NOON.plusSeconds(30));
        assertThat(slow.reveal("tax-id", token, ANNA, REASON)).isEqualTo(TAX_ID);

        assertThat(records.stream().map(AuditRecord::outcome))
                .containsExactly(
                        Outcome.REVEALED,
                        Outcome.UNKNOWN_KEY,
                        Outcome.RATE_LIMITED,
                        Outcome.REVEALED,
                        Outcome.REVEALED);
    }

    @Test
    void withoutASinkOrKeysItSaysWhatToConfigure() {
        Masking withoutSink = Masking.builder(POLICY).keys(TestKeys.ring("k1")).build();
        Masking withoutKeys = Masking.builder(MaskingPolicy.builder()
                        .dataClass("tax-id", Masks.erase())
                        .build())
                .audit(records::add)
                .build();

        assertThatThrownBy(() -> withoutSink.reveal("tax-id", token, ANNA, REASON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AuditSink with audit(…)");
        assertThatThrownBy(() -> withoutKeys.reveal("tax-id", token, ANNA, REASON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keys(…)");
    }

    @Test
    void aTokenOfAnOlderKeyIsRevealedWhileTheRingHasIt() {
        Masking rotated = builder(TestKeys.ring("k2", "k1")).build();

        assertThat(rotated.reveal("tax-id", token, ANNA, REASON)).isEqualTo(TAX_ID);
        assertThat(onlyRecord().kid()).isEqualTo("k1");
        refuses(() -> builder(TestKeys.ring("k2")).build().reveal("tax-id", token, ANNA, REASON));
    }

    @Test
    void theNewestRingIsAskedEachTime() {
        AtomicReference<KeyRing> ring = new AtomicReference<>(TestKeys.ring("k2"));
        Masking live =
                Masking.builder(POLICY).keys(ring::get).audit(records::add).build();

        refuses(() -> live.reveal("tax-id", token, ANNA, REASON));
        ring.set(TestKeys.ring("k2", "k1"));
        assertThat(live.reveal("tax-id", token, ANNA, REASON)).isEqualTo(TAX_ID);
    }

    @Test
    void aFingerprintNamesATokenAndNeitherItsClassNorItsOwnText() {
        masking.reveal("tax-id", token, ANNA, REASON);
        refuses(() -> masking.reveal("email", token, BORIS, REASON));
        refuses(() -> masking.reveal("tax-id", masked("tax-id", "98-7654321"), BORIS, REASON));
        refuses(() -> builder(TestKeys.ring("k1")).tenant("acme").build().reveal("tax-id", token, BORIS, REASON));

        List<String> prints = records.stream().map(AuditRecord::fingerprint).toList();
        assertThat(prints.get(1)).isEqualTo(prints.get(0));
        assertThat(prints.get(2)).isNotEqualTo(prints.get(0));
        assertThat(prints.get(3)).isNotEqualTo(prints.get(0));
    }

    @Test
    void aPreservedFormatIsTurnedBackWithTheKeyThatIsNamed() {
        String card = masked("pan", "4111 1111 1111 1111");
        Masking rotated = builder(TestKeys.ring("k2", "k1")).build();

        assertThat(masking.revealPreserved("pan", "k1", card, ANNA, REASON)).isEqualTo("4111 1111 1111 1111");
        assertThat(rotated.revealPreserved("pan", "k1", card, ANNA, REASON)).isEqualTo("4111 1111 1111 1111");
        assertThat(rotated.revealPreserved("pan", "k2", card, ANNA, REASON)).isNotEqualTo("4111 1111 1111 1111");
        assertThat(records.stream().map(AuditRecord::kid)).containsExactly("k1", "k1", "k2");
    }

    @Test
    void ofSeveralFormatsTheOneThatWasUsedMustBeNamed() {
        MaskingPolicy two = MaskingPolicy.builder()
                .dataClass("pan", Masks.formatPreserving())
                .audience(
                        Audience.role("fraud-desk"),
                        grant -> grant.reveal("pan")
                                .mask("pan", Masks.formatPreserving().keepFirst(6)))
                .build();
        Masking several = Masking.builder(two)
                .keys(TestKeys.ring("k1"))
                .audit(records::add)
                .build();
        String card = several.mask("pan", "4111111111111111", Audience.role("fraud-desk"));

        assertThatThrownBy(() -> several.revealPreserved("pan", "k1", card, ANNA, REASON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 format-preserving masks");
        assertThat(several.revealPreserved("pan", Masks.formatPreserving().keepFirst(6), "k1", card, ANNA, REASON))
                .isEqualTo("4111111111111111");
    }

    @Test
    void countsTellHowOftenItHappened() {
        masking.reveal("tax-id", token, ANNA, REASON);
        refuses(() -> masking.reveal("tax-id", token, BORIS, REASON));

        assertThat(events.snapshot().keySet().stream()
                        .filter(event -> event.action() != Action.MASKED)
                        .map(Object::toString))
                .containsExactlyInAnyOrder(
                        "MaskingEvent[action=REVEALED, outlet=CALL, dataClass=tax-id, audience=role:fraud-desk]",
                        "MaskingEvent[action=REVEAL_REFUSED, outlet=CALL, dataClass=tax-id, audience=role:support]");
    }

    private Masking.Builder builder(KeyRing ring) {
        return Masking.builder(POLICY)
                .keys(ring)
                .audit(records::add)
                .events(event -> {
                    if (event.action() != Action.MASKED) {
                        events.accept(event);
                    }
                })
                .clock(now::get);
    }

    private String masked(String dataClass, String original) {
        return masking.mask(dataClass, original, Audience.anonymous());
    }

    private AuditRecord onlyRecord() {
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static RevealException refuses(ThrowingCallable call) {
        RevealException error = catchThrowableOfType(RevealException.class, call);
        assertThat(error).isNotNull();
        assertThat(Arrays.toString(error.getStackTrace())).doesNotContain(TAX_ID);
        return error;
    }
}
