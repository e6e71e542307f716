package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Subject;
import io.maskwire.policy.ValueKind;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.token.Pseudonyms;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 1: unusual originals go through every mask, every outlet, the way back and reveal. All that is told besides the
 * declared parts of the masked form is searched for the original and for any four characters of it: results, exceptions
 * with causes and suppressed ones, events, audit records, log lines, {@code toString}.
 */
class LeakHuntTest {

    private static final int PIECE = 4;
    /** Longer ones go through each mask once and without options, which takes long enough. */
    private static final int LONG = 100_000;

    private static final Audience ANYBODY = Audience.anonymous();
    private static final Audience DESK = Audience.role("desk");
    private static final String NEUTRAL = "~";

    private final List<String> told = new ArrayList<>();
    private final Map<String, Set<String>> piecesOfOriginal = new HashMap<>();
    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(String.valueOf(line.getMessage()));
            if (line.getParameters() != null) {
                Stream.of(line.getParameters()).forEach(parameter -> told.add(String.valueOf(parameter)));
            }
            if (line.getThrown() != null) {
                tell(line.getThrown());
            }
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

    @BeforeEach
    void listenToEveryLogger() {
        root.setLevel(Level.ALL);
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(listener);
        root.setLevel(levelBefore);
    }

    static Stream<String> names() {
        return originals().keySet().stream();
    }

    static Map<String, String> originals() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("empty", "");
        all.put("spaces", "        ");
        all.put("white space", "\t\n\r\f\u00a0\u2003\u3000 \t");
        all.put("emoji", "🚀👩\u200d🚀🏳️\u200d🌈🇩🇪🚀");
        all.put("a lone surrogate", "4111\ud8001111\udc001234");
        all.put("right to left", "السيدة مريم العبدالله");
        all.put("turned text", "\u202egeheim\u2066wert\u2069");
        all.put("NUL", "\u0000geheim\u0000\u0000wert\u0000");
        all.put("control characters", "geheim\r\n\u001b[31mwert\u0007");
        all.put("full-width digits", "４１１１１１１１２２２２３３３３");
        all.put("Arabic digits", "٤١١١٢٢٢٢٣٣٣٣٤٤٤٤");
        all.put("combining", "Zo\u0308\u0323e\u0301\u0301\u0301\u0301 Łukasz-Ǻ");
        all.put("token-shaped", "mw1.k1.4929-geheimer-wert-7718");
        all.put("token-shaped base64", "mw1.k1.R2VoZWltZXJXZXJ0R2VoZWltZXJXZXJ0R2VoZWltZXI");
        all.put("hash-shaped", "mh1.k1.R2VoZWltZXJXZXJ0R2VoZWltZXI");
        all.put("JSON-shaped", "{\"card\":\"4929 5567\",\"x\":[1,null]}");
        all.put("marker-shaped", "[masked]");
        all.put("marker and more", "[masked] geheim [masked]");
        all.put("stars", "****geheim****");
        all.put("format-shaped", "%s %1$s {0} ${jndi:ldap://geheim.example} {}");
        all.put("card", "4929556773187718");
        all.put("card with separators", "4929 5567-7318.7718");
        all.put("long number", "9".repeat(10) + "8".repeat(190));
        all.put("negative number", "-49295.5677e3");
        all.put("huge number", "4929e999999999");
        all.put("email", "zoë.geheim@privat.example");
        all.put("IBAN", "DE02 1203 0000 0000 2020 51");
        all.put("phone", "+49 (30) 9018-20937");
        all.put("SSN", "078-05-1120");
        all.put("postcode", "SW1A 2AA");
        all.put("date", "1984-02-29T12:34:56Z");
        all.put("IPv4", "203.0.113.77");
        all.put("IPv6", "2001:db8:4929:5567:7318:7718::9");
        all.put("name", "Zoë Müller-Łukaszewska");
        all.put("one MiB", "ḡəħëïɱ∞€ ".repeat(1 << 17).substring(0, 1 << 20));
        all.put("over one MiB", "ḡəħëïɱ∞€ ".repeat(1 << 17).substring(0, 1 << 20) + "!");
        Random random = new Random(4711);
        for (int i = 0; i < 20; i++) {
            all.put("random " + i, random(random));
        }
        return all;
    }

    /** Any UTF-16, well-formed or not, more often from small ranges. */
    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 4 + random.nextInt(40);
        int range = List.of(0x100, 0x800, 0x10000).get(random.nextInt(3));
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(8) == 0 ? 0xd800 + random.nextInt(0x800) : random.nextInt(range)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noMaskTellsAPieceOfTheOriginal(String name) {
        String original = originals().get(name);
        for (Mask mask : forLength(EveryMask.hiding(), original)) {
            List<String> unavoidable = toldOf(() -> throughMasking(mask, NEUTRAL));
            List<String> told = toldOf(() -> throughMasking(mask, original));

            search(told, original, unavoidable, mask);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noExceptionOfAMaskTellsAPieceOfTheOriginal(String name) {
        String original = originals().get(name);
        MaskKeys keys = Pseudonyms.of(TestKeys.ring("k1"), "");
        for (Mask mask : forLength(EveryMask.ours(), original)) {
            List<String> unavoidable = toldOf(() -> mask.mask(NEUTRAL, new Context(keys)));
            List<String> told = toldOf(() -> mask.mask(original, new Context(keys)));
            told.addAll(toldOf(() -> original.length() < LONG ? mask.recognises(original, new Context(keys)) : ""));
            told.add(mask.toString());

            search(told, original, unavoidable, mask);
        }
    }

    private static List<Mask> forLength(Collection<Mask> masks, String original) {
        return masks.stream()
                .filter(mask -> original.length() < LONG || mask.toString().endsWith("()"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void revealTellsAPieceOfTheOriginalToNobodyButTheCaller(String name) {
        String original = originals().get(name);
        Mask mask = Masks.tokenize();
        List<String> unavoidable = toldOf(() -> throughReveal(NEUTRAL));
        List<String> told = toldOf(() -> throughReveal(original));

        search(told, original, unavoidable, mask);
    }

    @Test
    void theHuntHasEveryMaskAndFindsWhatItLooksFor() {
        Set<Mask> masks = EveryMask.hiding();

        assertThat(masks).hasSizeGreaterThan(50);
        assertThat(masks.stream().map(Object::toString))
                .contains(
                        "erase()",
                        "redact().style(IBAN)",
                        "hash().normalize(ISO_DATE)",
                        "tokenize(\"other\")",
                        "formatPreserving().luhn(VALID)",
                        "truncateDate().to(MONTH)",
                        "shiftDate(30)",
                        "nothing()");
        assertThat(leaks(List.of("refused: heimer"), "geheimer-wert", Set.of(), PIECE))
                .containsExactlyInAnyOrder("heim", "eime", "imer");
        assertThat(leaks(List.of("refused: GEH"), "geheimer-wert", Set.of(), PIECE))
                .isEmpty();
        assertThat(toldOf(() -> {
                    Logger.getLogger("x").log(Level.FINEST, "line {0}", "parameter");
                    throw new IllegalStateException("outer", new IOException("inner"));
                }))
                .anyMatch(text -> text.contains("inner"))
                .contains("line {0}", "parameter", "outer");
    }

    /** Forged tokens and hashes around a clear value are masked by every mask, at every outlet, as any kind of value. */
    @Test
    void aForgedTokenAroundAClearValueNeverPasses() {
        String clear = "4929556773187718";
        List<String> forged = List.of(
                "mw1.k1." + clear,
                "mw1.k1." + clear.repeat(3),
                "mw1.k9." + clear,
                "mw1.." + clear,
                "mw1." + clear,
                "mh1.k1." + clear + "AAAAAAAAAAA",
                "mh1.k1." + clear,
                "mh1.k9." + clear + "AAAAAAAAAAA",
                "mh1." + clear,
                masking(Masks.tokenize()).mask("x", "other", ANYBODY) + clear,
                masking(Masks.hash()).mask("x", "other", ANYBODY) + clear,
                clear + masking(Masks.tokenize()).mask("x", "other", ANYBODY));
        for (Mask mask : EveryMask.hiding()) {
            Masking masking = masking(mask);
            for (String text : forged) {
                for (Outlet outlet : Outlet.values()) {
                    for (ValueKind kind : ValueKind.values()) {
                        MaskingSession session = masking.engine().open(outlet, ANYBODY);
                        Classification classification = Classification.ofClass("x");

                        assertThat(session.leaves(classification)).isFalse();
                        assertThat(session.mask(classification, text, kind))
                                .as("%s at %s", mask, outlet)
                                .isNotEqualTo(text)
                                .doesNotContain("49295567");
                    }
                }
            }
        }
    }

    private Masking masking(Mask mask) {
        return Masking.builder(MaskingPolicy.builder()
                        .dataClass("x", mask)
                        .audience(DESK, grant -> grant.reveal("x"))
                        .build())
                .keys(TestKeys.ring("k1", "k2"))
                .clock(() -> Instant.EPOCH)
                .events(event -> told.add(event.toString()))
                .audit(attempt -> {
                    told.add(attempt.toString());
                    told.add(attempt.toJson());
                })
                .build();
    }

    private String throughMasking(Mask mask, String original) {
        Masking masking = masking(mask);
        told.add(masking.toString());
        told.add(masking.policy().canonical());
        String masked = masking.mask("x", original, ANYBODY);
        for (Outlet outlet : original.length() > LONG ? new Outlet[0] : Outlet.values()) {
            MaskingSession session = masking.engine().open(outlet, ANYBODY);
            assertThat(session.mask(Classification.ofClass("x"), original, ValueKind.NAME))
                    .isEqualTo(masked);
        }
        told.add(String.valueOf(masking.recognises("x", ANYBODY, original)));
        told.add(String.valueOf(original.length() < LONG && masking.unchanged("x", ANYBODY, original, original)));
        told.add(masking.mask("no-class", original, ANYBODY));
        told.add(masking.mask("x", original, Audience.role("nobody-declared")));
        return masked;
    }

    private String throughReveal(String original) {
        Caller caller = new Caller("anna", DESK);
        Reason reason = Reason.of("chargeback 4711");
        Masking masking = masking(Masks.tokenize());
        String token = masking.mask("x", original, ANYBODY);
        attempt(() -> hasRevealed(masking.reveal("x", token, caller, reason)));
        attempt(() -> masking.reveal("x", token, new Caller("boris", ANYBODY), reason));
        attempt(() -> masking.reveal("x", original, caller, reason));
        attempt(() -> masking.reveal(original, token, caller, reason));
        attempt(() -> masking.revealPreserved("x", original, original, caller, reason));
        Masking preserving = masking(Masks.formatPreserving());
        attempt(() -> hasRevealed(preserving.revealPreserved("x", "k1", original, caller, reason)));
        Masking failing = Masking.builder(masking.policy())
                .keys(TestKeys.ring("k1"))
                .clock(() -> Instant.EPOCH)
                .audit(attempt -> {
                    throw new IOException(attempt.toString());
                })
                .build();
        attempt(() -> failing.reveal("x", token, caller, reason));
        attempt(() -> refusedOrHidden(Reason.of(original + "\n")));
        attempt(() -> refusedOrHidden(Reason.of(original)));
        attempt(() -> new Caller(original + "\n", DESK).audience());
        told.add(failing.toString());
        return token;
    }

    private static String hasRevealed(String original) {
        return original.isEmpty() ? "empty" : "revealed";
    }

    private static String refusedOrHidden(Reason reason) {
        return reason.toString();
    }

    private void attempt(Callable<?> call) {
        try {
            told.add(String.valueOf(call.call()));
        } catch (Exception failure) {
            tell(failure);
        }
    }

    private List<String> toldOf(Callable<?> call) {
        told.clear();
        attempt(call);
        return new ArrayList<>(told);
    }

    private void tell(Throwable failure) {
        told.add(String.valueOf(failure.getMessage()));
        told.add(failure.toString());
        for (StackTraceElement frame : failure.getStackTrace()) {
            told.add(frame.toString());
        }
        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .forEach(this::tell);
    }

    private void search(List<String> told, String original, List<String> unavoidable, Mask mask) {
        // Of ten digits any four come back by chance.
        int piece = mask.toString().contains("formatPreserving") ? 2 * PIECE : PIECE;
        Set<String> allowed = new HashSet<>();
        unavoidable.forEach(text -> allowed.addAll(pieces(text, piece)));
        for (String fixed : List.of(mask.toString(), Masks.MARKER, "****", "mw1.k1.", "mh1.k1.")) {
            allowed.addAll(pieces(fixed, piece));
        }
        kept(mask.toString(), original).forEach(part -> allowed.addAll(pieces(part, piece)));

        assertThat(leaks(told, original, allowed, piece)).as("told by %s", mask).isEmpty();
    }

    private List<String> leaks(List<String> told, String original, Set<String> allowed, int piece) {
        Set<String> sought = new HashSet<>(piecesOf(original, piece));
        sought.removeAll(allowed);
        Set<String> found = new LinkedHashSet<>();
        for (String text : new HashSet<>(told)) {
            // A lambda prints with a number of its own.
            String folded = text.replaceAll("\\$\\$Lambda[^ ,\\])]*", "").toLowerCase(Locale.ROOT);
            for (int i = 0; i + piece <= folded.length() && !sought.isEmpty(); i++) {
                String here = folded.substring(i, i + piece);
                if (sought.contains(here)) {
                    found.add(here);
                }
            }
        }
        return List.copyOf(found);
    }

    private Set<String> piecesOf(String original, int piece) {
        return piecesOfOriginal.computeIfAbsent(original.hashCode() + ":" + piece, first -> pieces(original, piece));
    }

    /** All runs of so many characters. */
    private static Set<String> pieces(String text, int piece) {
        String folded = text.toLowerCase(Locale.ROOT);
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + piece <= folded.length(); i++) {
            pieces.add(folded.substring(i, i + piece));
        }
        return pieces;
    }

    /** What a mask declares to keep of an original and is longer than a piece. */
    private static List<String> kept(String mask, String original) {
        String digits = original.replaceAll("[^0-9]", "");
        String ends = digits.substring(Math.max(0, digits.length() - 4));
        if (mask.contains("style(PAN")) {
            int bin = mask.contains("style(PAN_BIN8)") ? 8 : 6;
            return List.of(digits.substring(0, Math.min(bin, digits.length())), ends);
        }
        if (mask.contains("style(IBAN)") || mask.contains("style(SSN)")) {
            return List.of("-" + ends);
        }
        if (mask.contains("style(EMAIL)")) {
            return List.of(original.substring(Math.max(0, original.lastIndexOf('.'))));
        }
        if (mask.contains("style(IP)") || mask.contains("truncateIp")) {
            return List.of(original.substring(0, original.lastIndexOf('.') + 1), ip6Network(original));
        }
        if (mask.contains("shiftDate")) {
            // The day is moved; the time stays, and sometimes the month and a digit of the day.
            int time = Math.max(0, original.indexOf('T') - 1);
            return List.of(original.substring(time), original.substring(0, Math.min(8, original.length())));
        }
        if (mask.contains("style(DATE)") || mask.contains("truncateDate")) {
            return List.of(original.substring(0, Math.min(7, original.length())));
        }
        if (mask.contains("style(POSTCODE_UK)")) {
            return List.of("sw1a ");
        }
        return mask.contains("redact().keep") ? firstAndLastThree(original) : List.of();
    }

    /** As people see characters; one may be several here. */
    private static List<String> firstAndLastThree(String original) {
        if (original.length() > 1_000) {
            return List.of();
        }
        List<String> characters = Pattern.compile("\\X")
                .matcher(original)
                .results()
                .map(MatchResult::group)
                .toList();
        int shown = Math.min(3, characters.size());
        return List.of(
                String.join("", characters.subList(0, shown)),
                String.join("", characters.subList(characters.size() - shown, characters.size())));
    }

    private static String ip6Network(String original) {
        String[] groups = original.split(":", -1);
        return groups.length < 4 ? "" : String.join(":", groups[0], groups[1], groups[2]) + "::";
    }

    private record Context(MaskKeys keys) implements MaskContext {

        @Override
        public Optional<String> dataClass() {
            return Optional.of("x");
        }

        @Override
        public Optional<Subject> subject() {
            return Optional.of(Subject.of("4711"));
        }

        @Override
        public Audience audience() {
            return ANYBODY;
        }

        @Override
        public ValueKind kind() {
            return ValueKind.STRING;
        }
    }
}
