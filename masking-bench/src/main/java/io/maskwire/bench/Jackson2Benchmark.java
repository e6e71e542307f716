package io.maskwire.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.blaauwendraad.masker.json.JsonMasker;
import io.maskwire.jackson.Jackson2MaskingModule;
import io.maskwire.policy.Masks;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same as {@link JacksonBenchmark} by Jackson 2. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Jackson2Benchmark {

    private static final UnaryOperator<JsonGenerator> LOGSTASH = Logstash8.masking("secret");

    /** How many items: about 1 KB, 32 KB and 2 MB of JSON. */
    @Param({"4", "150", "9600"})
    private int items;

    private List<Items.Annotated> annotated = List.of();
    private List<Items.Unmarked> unmarked = List.of();
    private List<Items.Unmarked> masked = List.of();
    private final ObjectWriter plainWriter = JsonMapper.builder().build().writer();
    private final ObjectWriter maskingWriter = JsonMapper.builder()
            .addModule(Jackson2MaskingModule.of(Items.masking()))
            .build()
            .writer();
    private final ObjectWriter handWrittenWriter = JsonMapper.builder()
            .addMixIn(Items.Unmarked.class, HandWritten.class)
            .build()
            .writer();
    private final ObjectWriter logstashWriter = JsonMapper.builder((JsonFactory) JsonFactory.builder()
                    .addDecorator((factory, generator) -> LOGSTASH.apply(generator))
                    .build())
            .build()
            .writer();
    private final JsonMasker jsonMasker = Items.jsonMasker();

    /** For the harness, which sets the number of items. */
    public Jackson2Benchmark() {
        this(0);
    }

    Jackson2Benchmark(int items) {
        this.items = items;
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
    public byte[] floorPlain() throws JsonProcessingException {
        return plainWriter.writeValueAsBytes(masked);
    }

    /** A serializer for the one property, written by hand. */
    @Benchmark
    public byte[] handWritten() throws JsonProcessingException {
        return handWrittenWriter.writeValueAsBytes(unmarked);
    }

    /** The generator that Logstash's Logback encoder puts in front of Jackson's, masking by name. */
    @Benchmark
    public byte[] logstashGenerator() throws JsonProcessingException {
        return logstashWriter.writeValueAsBytes(unmarked);
    }

    /** Plain Jackson first, then json-masker over the bytes. */
    @Benchmark
    public byte[] writeThenJsonMasker() throws JsonProcessingException {
        return jsonMasker.mask(plainWriter.writeValueAsBytes(unmarked));
    }

    /** Objects without a classification through a masking mapper. */
    @Benchmark
    public byte[] maskwireWithoutRules() throws JsonProcessingException {
        return maskingWriter.writeValueAsBytes(masked);
    }

    /** Annotated objects through a masking mapper. */
    @Benchmark
    public byte[] maskwireAnnotated() throws JsonProcessingException {
        return maskingWriter.writeValueAsBytes(annotated);
    }

    interface HandWritten {

        @JsonSerialize(using = Fixed.class)
        String secret();
    }

    static final class Fixed extends StdSerializer<String> {

        private static final long serialVersionUID = 1L;
        private static final SerializableString TEXT = new SerializedString(Masks.MARKER);

        Fixed() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator generator, SerializerProvider context) throws IOException {
            generator.writeString(TEXT);
        }
    }
}
