package io.maskwire.bench;

import dev.blaauwendraad.masker.json.config.JsonMaskingConfig;
import io.maskwire.Masking;
import io.maskwire.json.JsonMasker;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zalando.logbook.BodyFilter;
import org.zalando.logbook.json.JsonBodyFilters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON in, JSON with three of 27 values replaced by a fixed text out; the floor is a copy of the bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

    private static final Set<String> NAMES = Set.of("email", "cardNumber", "phone");
    private static final String INSTEAD = "***";
    private static final Pattern REGEX =
            Pattern.compile("(\"(?:email|cardNumber|phone)\"\\s*+:\\s*+\")(?:[^\"\\\\]|\\\\.)*+\"");
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final int RULES = 1000;

    /** How many customers: about 1 KB, 32 KB and 2 MB. */
    @Param({"1", "49", "3200"})
    private int customers;

    /** Which characters are in the texts. */
    @Param({"unicode", "ascii"})
    private String text = "unicode";

    private byte[] bytes = {};
    private String string = "";
    private final JsonMasker byKey = masker("$..email", "$..cardNumber", "$..phone");
    private final JsonMasker byPath =
            masker("$.customers[*].email", "$.customers[*].cardNumber", "$.customers[*].contact.phone");
    private final JsonMasker byManyKeys = masker(IntStream.range(0, RULES)
            .mapToObj(i -> i % 2 == 0 ? "$..secret" + i : "$.a.b" + i + "..c")
            .toArray(String[]::new));
    private final JsonMasker byOneKey = masker("$..secret");
    private final dev.blaauwendraad.masker.json.JsonMasker peerByKey =
            dev.blaauwendraad.masker.json.JsonMasker.getMasker(JsonMaskingConfig.builder()
                    .maskKeys(NAMES)
                    .maskStringsWith(INSTEAD)
                    .build());
    private final dev.blaauwendraad.masker.json.JsonMasker peerByPath =
            dev.blaauwendraad.masker.json.JsonMasker.getMasker(JsonMaskingConfig.builder()
                    .maskJsonPaths("$.customers[*].email", "$.customers[*].cardNumber", "$.customers[*].contact.phone")
                    .maskStringsWith(INSTEAD)
                    .build());

    private final BodyFilter logbook = JsonBodyFilters.replaceJsonStringProperty(NAMES, INSTEAD);

    /** For the harness, which sets the parameters. */
    public JsonBenchmark() {
        this(0, "unicode");
    }

    JsonBenchmark(int customers, String text) {
        this.customers = customers;
        this.text = text;
    }

    private static JsonMasker masker(String... paths) {
        MaskingPolicy.Builder policy = MaskingPolicy.builder();
        for (String path : paths) {
            policy.field(path, Masks.constant(INSTEAD));
        }
        return Masking.of(policy.build()).json();
    }

    /** Makes the document. */
    @Setup
    public void setup() {
        string = Documents.customers(customers, text.equals("unicode"));
        bytes = string.getBytes(StandardCharsets.UTF_8);
    }

    /** A copy. */
    @Benchmark
    public byte[] floorCopy() {
        return bytes.clone();
    }

    /** Names at any depth. */
    @Benchmark
    public byte[] bytesByKeyMaskwire() {
        return byKey.mask(bytes, Audience.anonymous());
    }

    /** The same. */
    @Benchmark
    public byte[] bytesByKeyJsonMasker() {
        return peerByKey.mask(bytes);
    }

    /** Whole paths. */
    @Benchmark
    public byte[] bytesByPathMaskwire() {
        return byPath.mask(bytes, Audience.anonymous());
    }

    /** The same. */
    @Benchmark
    public byte[] bytesByPathJsonMasker() {
        return peerByPath.mask(bytes);
    }

    /** A string to a string. */
    @Benchmark
    public String stringByKeyMaskwire() {
        return byKey.mask(string, Audience.anonymous());
    }

    /** The same. */
    @Benchmark
    public String stringByKeyJsonMasker() {
        return peerByKey.mask(string);
    }

    /** A stream to a stream. */
    @Benchmark
    public byte[] streamByKeyMaskwire() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        byKey.mask(new ByteArrayInputStream(bytes), out, Audience.anonymous());
        return out.toByteArray();
    }

    /** The same. */
    @Benchmark
    public byte[] streamByKeyJsonMasker() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        peerByKey.mask(new ByteArrayInputStream(bytes), out);
        return out.toByteArray();
    }

    /** A thousand rules of which none matches. */
    @Benchmark
    public byte[] noneOfManyRulesMaskwire() {
        return byManyKeys.mask(bytes, Audience.anonymous());
    }

    /** One rule that doesn't match. */
    @Benchmark
    public byte[] noneOfOneRuleMaskwire() {
        return byOneKey.mask(bytes, Audience.anonymous());
    }

    /** Jackson 3 reads and writes token by token, numbers as they were written. */
    @Benchmark
    public byte[] bytesByKeyJacksonCopy() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), bytes);
                JsonGenerator generator = JACKSON.createGenerator(ObjectWriteContext.empty(), out)) {
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                }
                if (token == JsonToken.VALUE_STRING && NAMES.contains(name)) {
                    generator.writeString(INSTEAD);
                } else {
                    generator.copyCurrentEventExact(parser);
                }
            }
        }
        return out.toByteArray();
    }

    /** The regular expressions of an HTTP logger. */
    @Benchmark
    public String stringByKeyLogbook() {
        return logbook.filter("application/json", string);
    }

    /** A possessive regular expression, as careful as one can be. */
    @Benchmark
    public String stringByKeyRegex() {
        return REGEX.matcher(string).replaceAll("$1" + INSTEAD + "\"");
    }
}
