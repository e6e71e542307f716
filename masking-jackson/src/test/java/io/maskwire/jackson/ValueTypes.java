package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A marked property of every type Jackson writes in a way of its own. */
final class ValueTypes {

    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);
    private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

    private ValueTypes() {}

    /** A declared type that says nothing. */
    record Holder(String id, @Sensitive("secret") Object secret, String after) {}

    /** A type that Jackson knows when it builds the serializer. */
    record Typed<T>(String id, @Sensitive("secret") T secret) {}

    record Scalars(
            @Sensitive("secret") String text,
            @Sensitive("secret") int number,
            @Sensitive("secret") long big,
            @Sensitive("secret") short small,
            @Sensitive("secret") byte tiny,
            @Sensitive("secret") float single,
            @Sensitive("secret") double real,
            @Sensitive("secret") char letter,
            String after) {}

    record Flags(
            String id,
            @Sensitive("secret") boolean flag,
            @Sensitive("secret") Boolean boxed) {}

    record Arrays(
            String id,
            @Sensitive("secret") int[] ints,
            @Sensitive("secret") long[] longs,
            @Sensitive("secret") short[] shorts,
            @Sensitive("secret") double[] doubles,
            @Sensitive("secret") float[] floats,
            @Sensitive("secret") String[] texts,
            @Sensitive("secret") byte[] bytes,
            @Sensitive("secret") char[] chars) {}

    record Booleans(String id, @Sensitive("secret") boolean[] flags) {}

    enum Illness {
        TANGO
    }

    record Person(String first, List<String> others) {}

    static Stream<Case> cases() {
        Iterable<String> iterable = () -> List.of(SECRET).iterator();
        return Stream.of(
                holder("String", SECRET),
                holder("StringBuilder", new StringBuilder(SECRET)),
                Case.of(
                        "primitives",
                        new Scalars(
                                SECRET, 471101, 4111111111111111L, (short) 4711, (byte) 47, 4.5f, 4711.25, 'Ü', "x"),
                        SECRET,
                        "471101",
                        "4111111111111111",
                        "4711",
                        "47",
                        "4.5",
                        "4711.25",
                        "Ü"),
                Case.of("booleans", new Flags("visible", true, true), "true"),
                holder("Integer", 471101, "471101"),
                holder("Long", 4111111111111111L, "4111111111111111"),
                holder("Double", 1.0E10, "1.0E10"),
                holder("BigInteger", new BigInteger("411111111111111141111111"), "411111111111111141111111"),
                holder("BigDecimal", new BigDecimal("4711.2500"), "4711.25"),
                holder("byte[]", BYTES, BASE64),
                holder("char[]", SECRET.toCharArray()),
                holder("ByteBuffer", ByteBuffer.wrap(BYTES), BASE64),
                holder("enum", Illness.TANGO, "TANGO"),
                holder("Date", new Date(106_487_130_000L), "1973-05-17", "106487130000"),
                holder("Instant", Instant.ofEpochSecond(106_487_130), "1973-05-17", "106487130", "1.0648713E8"),
                holder("LocalDate", LocalDate.of(1973, 5, 17), "1973-05-17", "1973", "5", "17"),
                holder("Duration", Duration.ofHours(4711), "PT4711H", "16959600", "1.69596E7"),
                holder("UUID", UUID.fromString("4711aaaa-bbbb-cccc-dddd-eeeeffff0000"), "4711aaaa", "RxGqqru7"),
                holder("URI", URI.create("https://tango.example/4711"), "tango"),
                holder("Optional", Optional.of(SECRET)),
                holder("OptionalInt", OptionalInt.of(471101), "471101"),
                holder("AtomicReference", new AtomicReference<>(SECRET)),
                holder("AtomicLong", new AtomicLong(471101), "471101"),
                Case.of(
                        "arrays",
                        new Arrays(
                                "visible",
                                new int[] {471101},
                                new long[] {471102},
                                new short[] {4713},
                                new double[] {47.5},
                                new float[] {48.5f},
                                new String[] {SECRET, null},
                                BYTES,
                                SECRET.toCharArray()),
                        "471101",
                        "471102",
                        "4713",
                        "47.5",
                        "48.5",
                        SECRET,
                        BASE64),
                Case.of("boolean[]", new Booleans("visible", new boolean[] {true, true}), "true"),
                holder("list", List.of(SECRET, SECRET)),
                holder("list with null", java.util.Arrays.asList(SECRET, null)),
                holder("list of lists", List.of(List.of(SECRET))),
                holder("random access list of text", new ArrayList<>(List.of(SECRET))),
                Case.of("typed list", new Typed<>("visible", List.of(SECRET))),
                holder("Iterable", iterable),
                Case.of("Iterator", new OfIterator()),
                holder("Map values", Map.of("name", SECRET)),
                holder("Map.Entry", Map.entry("name", SECRET)),
                holder("object in a map", Map.of("name", new Person(SECRET, List.of(SECRET)))),
                holder("object", new Person(SECRET, List.of(SECRET, SECRET))),
                Case.of("generic property", new Typed<>("visible", SECRET)),
                Case.of("generic property holding an object", new Typed<>("visible", new Person(SECRET, List.of()))));
    }

    /** Can be written as often as a test likes. */
    static class OfIterator {
        public String id = "visible";

        @Sensitive("secret")
        public Iterator<String> getAll() {
            return List.of(SECRET).iterator();
        }
    }

    private static Case holder(String type, Object secret, String... secrets) {
        return Case.of(type, new Holder("visible", secret, "after"), secrets);
    }
}
