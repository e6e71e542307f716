package io.maskwire.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.maskwire.Masking;
import io.maskwire.jackson.MaskingModule;
import io.maskwire.policy.Erase;
import io.maskwire.policy.MaskingPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Annotated objects to JSON with a fixed mask; the floor is plain Jackson writing the same objects unmasked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JacksonBenchmark {

    /** One of nine values is classified. */
    public record Item(
            long id,
            String sku,
            String title,
            String description,
            int amount,
            double price,
            boolean shipped,
            String note,
            @Erase String secret) {

        /** What a developer without a masker would serialize in the secret's place. */
        @JsonIgnore
        public PlainItem masked() {
            return new PlainItem(id, sku, title, description, amount, price, shipped, note, "[masked]");
        }
    }

    /** The same without a classification. */
    public record PlainItem(
            long id,
            String sku,
            String title,
            String description,
            int amount,
            double price,
            boolean shipped,
            String note,
            String secret) {}

    /** How many items: about 1 KB, 32 KB and 2 MB of JSON. */
    @Param({"4", "150", "9600"})
    private int items;

    private List<Item> annotated = List.of();
    private List<PlainItem> plain = List.of();
    private ObjectWriter plainWriter = JsonMapper.shared().writer();
    private ObjectWriter maskingWriter = JsonMapper.shared().writer();

    /** For the harness, which sets the number of items. */
    public JacksonBenchmark() {
        this(0);
    }

    JacksonBenchmark(int items) {
        this.items = items;
    }

    /** Makes the objects and the writers. */
    @Setup
    public void setup() {
        annotated = IntStream.range(0, items).mapToObj(JacksonBenchmark::item).toList();
        plain = annotated.stream().map(Item::masked).toList();
        Masking masking = Masking.of(MaskingPolicy.builder().build());
        plainWriter = JsonMapper.builder().build().writer();
        maskingWriter = JsonMapper.builder()
                .addModule(MaskingModule.of(masking))
                .build()
                .writer();
    }

    private static Item item(int i) {
        return new Item(
                i,
                "sku-" + i,
                "A thing of some kind",
                "A description of the thing that is longer than its title, as descriptions are",
                i % 17,
                i * 1.25,
                i % 2 == 0,
                "no note",
                "4111111111111111");
    }

    /** Plain Jackson, the text of the mask already in the object. */
    @Benchmark
    public byte[] floorPlainJackson() {
        return plainWriter.writeValueAsBytes(plain);
    }

    /** Objects without a classification through a masking mapper. */
    @Benchmark
    public byte[] maskwireWithoutRules() {
        return maskingWriter.writeValueAsBytes(plain);
    }

    /** Annotated objects through a masking mapper. */
    @Benchmark
    public byte[] maskwireAnnotated() {
        return maskingWriter.writeValueAsBytes(annotated);
    }
}
