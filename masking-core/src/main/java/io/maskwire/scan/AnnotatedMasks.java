package io.maskwire.scan;

import io.maskwire.policy.Bucket;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Clear;
import io.maskwire.policy.Constant;
import io.maskwire.policy.Erase;
import io.maskwire.policy.FormatPreserving;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.Hash;
import io.maskwire.policy.HashMask;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Nothing;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactMask;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.ShiftDate;
import io.maskwire.policy.Tokenize;
import io.maskwire.policy.TruncateDate;
import io.maskwire.policy.TruncateIp;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each of our annotations says: the mask that code with the same options would make. */
final class AnnotatedMasks {

    private static final Map<Class<? extends Annotation>, Function<Annotation, Classification>> KNOWN = known();

    private AnnotatedMasks() {}

    /**
     * What an annotation says; null if it is none of ours.
     *
     * @throws RuntimeException if its options contradict each other
     */
    static @Nullable Classification classification(Annotation annotation) {
        Function<Annotation, Classification> reader = KNOWN.get(annotation.annotationType());
        return reader == null ? null : reader.apply(annotation);
    }

    private static Map<Class<? extends Annotation>, Function<Annotation, Classification>> known() {
        Map<Class<? extends Annotation>, Function<Annotation, Classification>> known = new HashMap<>();
        put(known, Sensitive.class, a -> Classification.ofClass(a.value()));
        put(known, Clear.class, a -> Classification.exempt());
        put(known, Erase.class, a -> classified(a.dataClass(), Masks.erase()));
        put(known, Nothing.class, a -> classified(a.dataClass(), Masks.nothing()));
        put(known, Constant.class, a -> classified(a.dataClass(), Masks.constant(a.text())));
        put(known, Redact.class, a -> classified(a.dataClass(), mask(a)));
        put(known, Hash.class, a -> classified(a.dataClass(), mask(a)));
        put(known, Tokenize.class, a -> classified(a.dataClass(), mask(a)));
        put(known, FormatPreserving.class, a -> classified(a.dataClass(), mask(a)));
        put(known, TruncateIp.class, a -> classified(a.dataClass(), mask(a)));
        put(
                known,
                TruncateDate.class,
                a -> classified(a.dataClass(), Masks.truncateDate().to(a.to())));
        put(known, ShiftDate.class, a -> classified(a.dataClass(), mask(a)));
        put(known, Bucket.class, a -> classified(a.dataClass(), Masks.bucket(a.size())));
        return Map.copyOf(known);
    }

    private static <A extends Annotation> void put(
            Map<Class<? extends Annotation>, Function<Annotation, Classification>> known,
            Class<A> type,
            Function<A, Classification> reader) {
        known.put(type, annotation -> reader.apply(type.cast(annotation)));
    }

    private static Classification classified(String dataClass, Mask mask) {
        return dataClass.isEmpty() ? Classification.ofMask(mask) : Classification.ofClass(dataClass, mask);
    }

    private static Mask mask(Redact redact) {
        if (redact.style().length > 1) {
            throw new IllegalArgumentException("it has " + redact.style().length + " styles; keep one");
        }
        RedactMask mask = redact.style().length == 1 ? Masks.redact().style(redact.style()[0]) : Masks.redact();
        mask = redact.keepFirst() == 0 ? mask : mask.keepFirst(redact.keepFirst());
        mask = redact.keepLast() == 0 ? mask : mask.keepLast(redact.keepLast());
        return redact.separators().isEmpty() ? mask : mask.separators(redact.separators());
    }

    private static Mask mask(Hash hash) {
        HashMask mask = hash.domain().isEmpty() ? Masks.hash() : Masks.hash(hash.domain());
        return mask.normalize(hash.normalize());
    }

    private static Mask mask(Tokenize tokenize) {
        String domain = tokenize.domain();
        return domain.isEmpty() ? Masks.tokenize() : Masks.tokenize(domain);
    }

    private static Mask mask(FormatPreserving preserving) {
        String domain = preserving.domain();
        FormatPreservingMask mask = domain.isEmpty() ? Masks.formatPreserving() : Masks.formatPreserving(domain);
        // Without separators any alphabet fits.
        mask = mask.separators("").alphabet(preserving.alphabet()).separators(preserving.separators());
        mask = preserving.keepFirst() == 0 ? mask : mask.keepFirst(preserving.keepFirst());
        mask = preserving.keepLast() == 0 ? mask : mask.keepLast(preserving.keepLast());
        return mask.luhn(preserving.luhn());
    }

    private static Mask mask(TruncateIp truncate) {
        return Masks.truncateIp().v4Bits(truncate.v4Bits()).v6Bits(truncate.v6Bits());
    }

    private static Mask mask(ShiftDate shift) {
        String domain = shift.domain();
        return domain.isEmpty() ? Masks.shiftDate(shift.days()) : Masks.shiftDate(domain, shift.days());
    }
}
