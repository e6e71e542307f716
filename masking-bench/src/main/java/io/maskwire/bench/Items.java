package io.maskwire.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.blaauwendraad.masker.json.JsonMasker;
import dev.blaauwendraad.masker.json.config.JsonMaskingConfig;
import io.maskwire.Masking;
import io.maskwire.policy.Erase;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is written to compare masking by Jackson: lists of items, each with one classified value of nine. */
public final class Items {

    private Items() {}

    /** An item with its secret. */
    public record Annotated(
            long id,
            String sku,
            String title,
            String description,
            int amount,
            double price,
            boolean shipped,
            String note,
            @Erase String secret) {

        /** What a developer without a masker would write in the secret's place. */
        @JsonIgnore
        Unmarked masked() {
            return new Unmarked(id, sku, title, description, amount, price, shipped, note, Masks.MARKER);
        }

        /** The same value for those who mask by other means than our annotations. */
        @JsonIgnore
        Unmarked unmarked() {
            return new Unmarked(id, sku, title, description, amount, price, shipped, note, secret);
        }
    }

    /** The same without a classification. */
    public record Unmarked(
            long id,
            String sku,
            String title,
            String description,
            int amount,
            double price,
            boolean shipped,
            String note,
            String secret) {}

    static List<Annotated> annotated(int count) {
        return IntStream.range(0, count).mapToObj(Items::item).toList();
    }

    /** The same for those who mask by other means; all three kinds lie in memory in the same way. */
    static List<Unmarked> unmarked(int count) {
        return IntStream.range(0, count).mapToObj(i -> item(i).unmarked()).toList();
    }

    /** The same with the mask's text in the secret's place. */
    static List<Unmarked> masked(int count) {
        return IntStream.range(0, count).mapToObj(i -> item(i).masked()).toList();
    }

    private static Annotated item(int i) {
        return new Annotated(
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

    static Masking masking() {
        return Masking.of(MaskingPolicy.builder().build());
    }

    static JsonMasker jsonMasker() {
        return JsonMasker.getMasker(JsonMaskingConfig.builder()
                .maskKeys(Set.of("secret"))
                .maskStringsWith(Masks.MARKER)
                .build());
    }
}
