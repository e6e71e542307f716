package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every mask that {@link Masks} offers and each of its options, found by reflection: a new one can't be forgotten. */
final class EveryMask {

    private static final UnaryOperator<String> QUOTES_ITS_VALUE = original -> {
        throw new IllegalStateException("can't take " + original, new IllegalArgumentException(original));
    };

    private EveryMask() {}

    /** All that hide something. */
    static Set<Mask> hiding() {
        Set<Mask> found = new LinkedHashSet<>();
        for (Method method : Masks.class.getMethods()) {
            boolean isMask = Mask.class.isAssignableFrom(method.getReturnType());
            if (isMask
                    && Modifier.isStatic(method.getModifiers())
                    && !method.getName().equals("clear")) {
                List<Mask> made = made(method, null);
                if (made.isEmpty()) {
                    throw new AssertionError(method + " refuses all that EveryMask tries; add an argument it takes");
                }
                made.forEach(mask -> addWithOptions(found, mask));
            }
        }
        return found;
    }

    /** Those of which nothing is code of a user, who may quote a value in an exception. */
    static List<Mask> ours() {
        return hiding().stream()
                .filter(mask ->
                        !mask.toString().contains("Lambda") && !mask.toString().contains("named("))
                .toList();
    }

    private static void addWithOptions(Set<Mask> found, Mask mask) {
        found.add(mask);
        found.add(mask.then(Masks.redact().keepLast(3)));
        for (Method option : mask.getClass().getMethods()) {
            if (!Modifier.isStatic(option.getModifiers())
                    && Modifier.isPublic(mask.getClass().getModifiers())
                    && option.getReturnType() == mask.getClass()) {
                found.addAll(made(option, mask));
            }
        }
    }

    /** What a method makes of all arguments that it doesn't refuse. */
    private static List<Mask> made(Method method, @Nullable Mask on) {
        List<Mask> made = new ArrayList<>();
        for (Object[] arguments : combinations(method.getParameterTypes(), on == null)) {
            try {
                made.add((Mask) method.invoke(on, arguments));
            } catch (InvocationTargetException refused) {
                assertThat(refused.getCause())
                        .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
            } catch (IllegalAccessException e) {
                throw new AssertionError(method + " can't be called", e);
            }
        }
        return made;
    }

    private static List<Object[]> combinations(Class<?>[] types, boolean isMask) {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[0]);
        for (Class<?> type : types) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] before : all) {
                for (Object argument : arguments(type, isMask)) {
                    Object[] more = Arrays.copyOf(before, before.length + 1);
                    more[before.length] = argument;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<?> arguments(Class<?> type, boolean isMask) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type == String.class) {
            return List.of("other", "acegikmoqsuwy");
        }
        if (type == int.class) {
            // What an option keeps is less than a piece the hunt looks for.
            return isMask ? List.of(30) : List.of(2, 3);
        }
        if (type == long.class) {
            return List.of(1_000_000_000_000_000L);
        }
        if (type == Mask.class) {
            return List.of(Masks.tokenize("other"), Masks.of(QUOTES_ITS_VALUE));
        }
        if (type == UnaryOperator.class) {
            return List.of(QUOTES_ITS_VALUE);
        }
        throw new AssertionError("Masks takes a " + type + " now: say in EveryMask with which the leak hunt tries it");
    }
}
