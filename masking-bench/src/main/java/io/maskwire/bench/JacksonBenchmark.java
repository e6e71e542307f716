package io.maskwire.bench;

import dev.blaauwendraad.masker.json.JsonMasker;
import io.maskwire.jackson.MaskingModule;
import io.maskwire.policy.Masks;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

/** Objects to JSON by Jackson 3 with a fixed mask; the floor is plain Jackson writing the same bytes unmasked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JacksonBenchmark {

    /** How many items: about 1 KB, 32 KB and 2 MB of JSON. */
    @Param({"4", "150", "9600"})
    private int items;

    private List<Items.Annotated> annotated = List.of();
    private List<Items.Unmarked> unmarked = List.of();
    private List<Items.Unmarked> masked = List.of();
    private final ObjectWriter plainWriter = JsonMapper.builder().build().writer();
    private final ObjectWriter maskingWriter = JsonMapper.builder()
            .addModule(MaskingModule.of(Items.masking()))
            .build()
            .writer();
    private final ObjectWriter handWrittenWriter = JsonMapper.builder()
            .addMixIn(Items.Unmarked.class, HandWritten.class)
            .build()
            .writer();
    private final ObjectWriter logstashWriter = JsonMapper.builder(JsonFactory.builder()
                    .addDecorator((factory, generator) -> LOGSTASH.decorate(generator))
                    .build())
            .build()
            .writer();
    private final JsonMasker jsonMasker = Items.jsonMasker();

    private static final MaskingJsonGeneratorDecorator LOGSTASH = logstash();

    /** For the harness, which sets the number of items. */
    public JacksonBenchmark() {
        this(0);
    }

    JacksonBenchmark(int items) {
        this.items = items;
    }

    private static MaskingJsonGeneratorDecorator logstash() {
        MaskingJsonGeneratorDecorator decorator = new MaskingJsonGeneratorDecorator();
        decorator.setDefaultMask(Masks.MARKER);
        decorator.addPath("secret");
        decorator.start();
        return decorator;
    }

    /** Makes the objects. */
    @Setup
    public void setup() {
        annotated = Items.annotated(items);
        unmarked = Items.unmarked(items);
        masked = Items.masked(items);
    }

    /** Plain Jackson, the text of the mask already in the object. */
    @Benchmark
    public byte[] floorPlain() {
        return plainWriter.writeValueAsBytes(masked);
    }

    /** A serializer for the one property, written by hand. */
    @Benchmark
    public byte[] handWritten() {
        return handWrittenWriter.writeValueAsBytes(unmarked);
    }

    /** The generator that Logstash's Logback encoder puts in front of Jackson's, masking by name. */
    @Benchmark
    public byte[] logstashGenerator() {
        return logstashWriter.writeValueAsBytes(unmarked);
    }

    /** Plain Jackson first, then json-masker over the bytes. */
    @Benchmark
    public byte[] writeThenJsonMasker() {
        return jsonMasker.mask(plainWriter.writeValueAsBytes(unmarked));
    }

    /** Objects without a classification through a masking mapper. */
    @Benchmark
    public byte[] maskwireWithoutRules() {
        return maskingWriter.writeValueAsBytes(masked);
    }

    /** Annotated objects through a masking mapper. */
    @Benchmark
    public byte[] maskwireAnnotated() {
        return maskingWriter.writeValueAsBytes(annotated);
    }

    interface HandWritten {

        @JsonSerialize(using = Fixed.class)
        String secret();
    }

    static final class Fixed extends StdSerializer<String> {

        private static final SerializableString TEXT = new SerializedString(Masks.MARKER);

        Fixed() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(TEXT);
        }
    }
}
