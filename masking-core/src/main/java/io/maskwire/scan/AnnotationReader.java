package io.maskwire.scan;

import io.maskwire.policy.Classification;
import io.maskwire.policy.Clear;
import io.maskwire.policy.Erase;
import io.maskwire.policy.FormatPreserving;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.Hash;
import io.maskwire.policy.HashMask;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactMask;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Tokenize;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns annotations into classifications. One that contradicts itself erases, and is reported. */
final class AnnotationReader {

    private static final int DEEPEST_META_ANNOTATION = 3;

    private final Consumer<String> problems;

    AnnotationReader(Consumer<String> problems) {
        this.problems = problems;
    }

    @Nullable
    Classification read(String place, Annotation[] annotations) {
        return read(place, annotations, 0);
    }

    private @Nullable Classification read(String place, Annotation[] annotations, int depth) {
        Classification found = null;
        for (Annotation annotation : annotations) {
            Classification one = direct(place, annotation);
            if (one == null && depth < DEEPEST_META_ANNOTATION) {
                one = read(place, annotation.annotationType().getAnnotations(), depth + 1);
            }
            found = Classification.both(found, one);
        }
        return found;
    }

    private @Nullable Classification direct(String place, Annotation annotation) {
        try {
            return understood(annotation);
        } catch (RuntimeException contradiction) {
            problems.accept(place + ": @" + annotation.annotationType().getSimpleName() + " can't be used: "
                    + contradiction.getMessage() + "; until it is corrected the value is erased");
            return Classification.ofMask(Masks.erase());
        }
    }

    private static @Nullable Classification understood(Annotation annotation) {
        if (annotation instanceof Sensitive sensitive) {
            return Classification.ofClass(sensitive.value());
        }
        if (annotation instanceof Erase erase) {
            return classified(erase.dataClass(), Masks.erase());
        }
        if (annotation instanceof Redact redact) {
            return classified(redact.dataClass(), mask(redact));
        }
        if (annotation instanceof Hash hash) {
            HashMask mask = hash.domain().isEmpty() ? Masks.hash() : Masks.hash(hash.domain());
            return classified(hash.dataClass(), mask.normalize(hash.normalize()));
        }
        if (annotation instanceof Tokenize tokenize) {
            String domain = tokenize.domain();
            return classified(tokenize.dataClass(), domain.isEmpty() ? Masks.tokenize() : Masks.tokenize(domain));
        }
        if (annotation instanceof FormatPreserving preserving) {
            return classified(preserving.dataClass(), mask(preserving));
        }
        return annotation instanceof Clear ? Classification.exempt() : null;
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

    private static Mask mask(FormatPreserving preserving) {
        String domain = preserving.domain();
        FormatPreservingMask mask = domain.isEmpty() ? Masks.formatPreserving() : Masks.formatPreserving(domain);
        // Without separators any alphabet fits.
        mask = mask.separators("").alphabet(preserving.alphabet()).separators(preserving.separators());
        mask = preserving.keepFirst() == 0 ? mask : mask.keepFirst(preserving.keepFirst());
        mask = preserving.keepLast() == 0 ? mask : mask.keepLast(preserving.keepLast());
        return mask.luhn(preserving.luhn());
    }

    /** What is said at any depth of a type such as {@code Map<@Sensitive("name") String, List<@Erase String>>}. */
    Marks read(String place, AnnotatedType type) {
        Marks marks = Marks.ofValues(read(place, type.getAnnotations()));
        if (type instanceof AnnotatedArrayType array) {
            return marks.and(read(place, array.getAnnotatedGenericComponentType()));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return marks.and(all(place, wildcard.getAnnotatedUpperBounds()));
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return marks.and(arguments(place, generic));
        }
        return marks;
    }

    private Marks arguments(String place, AnnotatedParameterizedType type) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (arguments.length < 2) {
            return all(place, arguments);
        }
        // The first of several may be the keys of a map of some library, or a value like the others.
        Marks first = read(place, arguments[0]);
        Marks keys = new Marks(null, Classification.both(first.values(), first.keys()));
        boolean onlyKeys = arguments.length == 2 && isMap(type);
        return keys.and(all(place, onlyKeys ? new AnnotatedType[] {arguments[1]} : arguments));
    }

    private static boolean isMap(AnnotatedParameterizedType type) {
        return type.getType() instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Map.class.isAssignableFrom(raw);
    }

    private Marks all(String place, AnnotatedType[] types) {
        Marks marks = Marks.NONE;
        for (AnnotatedType type : types) {
            marks = marks.and(read(place, type));
        }
        return marks;
    }
}
