package io.maskwire.jackson;

import io.maskwire.jackson.Shape.Array;
import io.maskwire.jackson.Shape.Keyed;
import io.maskwire.jackson.Shape.Kind;
import io.maskwire.jackson.Shape.Many;
import io.maskwire.jackson.Shape.Mark;
import io.maskwire.jackson.Shape.Member;
import io.maskwire.jackson.Shape.Of;
import io.maskwire.jackson.Shape.Parameter;
import io.maskwire.jackson.Shape.Scalar;
import io.maskwire.jackson.Shape.To;
import io.maskwire.jackson.Shape.Type;
import io.maskwire.policy.Classification;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One random object of a generated class, each scalar in it different, and what is known about each. */
final class ShapeValues {

    /** What the parameter of a generic class is, and where that was said. */
    private record Argument(Type type, @Nullable Argument outer) {}

    private static final int DEEPEST = 9;

    final Map<String, Classification> canaries = new HashMap<>();
    private final ShapeClasses classes;
    private final ShapeFamily family;
    private final Random random;
    private int count;

    ShapeValues(ShapeClasses classes, ShapeFamily family, long seed) {
        this.classes = classes;
        this.family = family;
        this.random = new Random(seed);
    }

    Object object(Shape shape) {
        return object(shape, null, null, 0);
    }

    private Object object(Shape declared, @Nullable Classification around, @Nullable Argument argument, int depth) {
        Shape shape = oneOf(declared);
        Classification here = both(around, shape.mark);
        Object[] arguments = shape.allMembers().stream()
                .map(member -> value(member, here, argument, depth))
                .toArray();
        try {
            return classes.of(family, shape).getDeclaredConstructors()[0].newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Shape oneOf(Shape declared) {
        List<Shape> candidates = new ArrayList<>(declared.subtypes);
        if (declared.kind != Kind.SEALED && declared.kind != Kind.OPEN) {
            candidates.add(declared);
        }
        return candidates.get(random.nextInt(candidates.size()));
    }

    private @Nullable Object value(
            Member member, @Nullable Classification around, @Nullable Argument argument, int depth) {
        Classification here = said(member.type(), both(around, member.mark()));
        return value(member.type(), here, argument, depth + 1);
    }

    /** A mark anywhere in the type of a member holds for the whole value. */
    private static @Nullable Classification said(Type type, @Nullable Classification before) {
        if (type instanceof Many many) {
            return said(many.contents(), both(before, many.mark()));
        } else if (type instanceof Keyed keyed) {
            return said(keyed.contents(), both(before, keyed.values()));
        } else if (type instanceof Array array) {
            return said(array.contents(), before);
        } else if (type instanceof To to && to.argument() != null) {
            return said(to.argument(), both(before, to.mark()));
        }
        return before;
    }

    private static @Nullable Classification both(@Nullable Classification around, @Nullable Mark mark) {
        return mark == null ? around : Classification.both(around, mark.classification);
    }

    private @Nullable Object value(Type type, @Nullable Classification here, @Nullable Argument argument, int depth) {
        if (type instanceof Of of) {
            return scalar(of.scalar(), here);
        } else if (random.nextInt(15) == 0 && !(type instanceof Parameter)) {
            return type instanceof Many many && many.container().equals("Optional") ? Optional.empty() : null;
        } else if (type instanceof Many many) {
            return many.container().equals("Optional")
                    ? Optional.ofNullable(value(many.contents(), here, argument, depth + 1))
                    : list(many.contents(), here, argument, depth);
        } else if (type instanceof Keyed keyed) {
            return map(keyed, here, argument, depth);
        } else if (type instanceof Array array) {
            return array(array, here, argument, depth);
        } else if (type instanceof To to) {
            Argument own = to.argument() == null ? null : new Argument(to.argument(), argument);
            return depth > DEEPEST ? null : object(to.shape(), here, own, depth + 1);
        } else if (type instanceof Parameter && argument != null) {
            return value(argument.type(), here, argument.outer(), depth);
        }
        return anything(here, depth);
    }

    private List<Object> list(Type contents, @Nullable Classification here, @Nullable Argument argument, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = size(depth); i > 0; i--) {
            list.add(value(contents, here, argument, depth + 1));
        }
        return list;
    }

    private int size(int depth) {
        return depth > DEEPEST ? 0 : random.nextInt(3);
    }

    private Map<String, Object> map(
            Keyed keyed, @Nullable Classification here, @Nullable Argument argument, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = size(depth); i > 0; i--) {
            String key =
                    keyed.keys() == null ? "key-" + count++ : (String) scalar(Scalar.TEXT, keyed.keys().classification);
            map.put(key, value(keyed.contents(), here, argument, depth + 1));
        }
        return map;
    }

    private Object array(Array array, @Nullable Classification here, @Nullable Argument argument, int depth) {
        int size = size(depth);
        Object made = java.lang.reflect.Array.newInstance(component(array.contents()), size);
        for (int i = 0; i < size; i++) {
            java.lang.reflect.Array.set(made, i, value(array.contents(), here, argument, depth + 1));
        }
        return made;
    }

    private Class<?> component(Type type) {
        if (type instanceof Of of) {
            return switch (of.scalar()) {
                case TEXT -> String.class;
                case INT -> int.class;
                case LONG -> Long.class;
                case DOUBLE -> double.class;
                case DECIMAL -> BigDecimal.class;
                case CHARS -> char[].class;
                case BYTES -> byte[].class;
                case ID -> UUID.class;
                case DATE -> LocalDate.class;
            };
        } else if (type instanceof To to) {
            return classes.of(family, to.shape());
        } else if (type instanceof Array array) {
            return component(array.contents()).arrayType();
        }
        return Object.class;
    }

    /** What an {@code Object} may hold at run time. */
    private @Nullable Object anything(@Nullable Classification here, int depth) {
        List<Shape> shapes = family.shapes.stream()
                .filter(shape -> shape.kind != Kind.GENERIC)
                .toList();
        return switch (random.nextInt(depth > DEEPEST ? 2 : 6)) {
            case 0 -> scalar(Scalar.TEXT, here);
            case 1 -> scalar(Scalar.LONG, here);
            case 2 -> list(new Of(Scalar.DECIMAL), here, null, depth);
            case 3 -> map(new Keyed(new Of(Scalar.ID), null, null), here, null, depth);
            default -> object(shapes.get(random.nextInt(shapes.size())), here, null, depth + 3);
        };
    }

    private Object scalar(Scalar scalar, @Nullable Classification here) {
        int n = count++;
        Object value = switch (scalar) {
            case TEXT -> "tango-Zürich-" + n;
            case INT -> 1_000_000 + n;
            case LONG -> 5_000_000_000L + n;
            case DOUBLE -> 2_000_000.5 + n;
            case DECIMAL -> new BigDecimal(3_000_000 + n + ".25");
            case CHARS -> ("chars-" + n).toCharArray();
            case BYTES -> ("bytes-" + n).getBytes(StandardCharsets.UTF_8);
            case ID -> new UUID(0x4711, n);
            case DATE -> LocalDate.ofEpochDay(n);
        };
        if (here != null) {
            canaries.put(text(value), here);
        }
        return value;
    }

    private static String text(Object value) {
        if (value instanceof char[] chars) {
            return new String(chars);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }
}
