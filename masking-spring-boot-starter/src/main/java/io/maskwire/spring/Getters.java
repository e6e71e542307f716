package io.maskwire.spring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads where something goes through the getters of its public types, by name: the types themselves are in libraries that
 * an application need not have. Never calls a getter for a user or a password.
 */
final class Getters {

    private static final List<String> HOSTS = List.of("getHost", "host", "hostname");
    private static final List<String> PORTS = List.of("getPort", "port");
    private static final String R2DBC_OPTIONS = "io.r2dbc.spi.ConnectionFactoryOptions";

    private Getters() {}

    /**
     * The URLs, or hosts with ports, that some getters lead to; nothing if one of them has nothing.
     *
     * @param type a public type of the value
     * @param path getters joined by dots; empty: the value has a host and a port itself
     * @throws ReflectiveOperationException if the types aren't as they are in the releases we know
     */
    static List<String> places(Object value, Class<?> type, String path) throws ReflectiveOperationException {
        Object at = value;
        Class<?> atType = type;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            Method getter = getter(atType, name);
            at = call(getter, at);
            atType = getter.getReturnType();
            if (at == null) {
                return List.of();
            }
        }
        return texts(at, atType);
    }

    private static Method getter(Class<?> type, String name) throws NoSuchMethodException {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() <= 1)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
    }

    /** One that wants to know the transport is asked for each until it answers: others are not configured. */
    private static @Nullable Object call(Method getter, Object target) throws ReflectiveOperationException {
        if (getter.getParameterCount() == 0) {
            return getter.invoke(target);
        }
        Object[] choices = getter.getParameterTypes()[0].getEnumConstants();
        if (choices == null || choices.length == 0) {
            throw new NoSuchMethodException(getter.getName());
        }
        InvocationTargetException refused = null;
        for (Object choice : choices) {
            try {
                return getter.invoke(target, choice);
            } catch (InvocationTargetException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private static List<String> texts(@Nullable Object value, Class<?> type) throws ReflectiveOperationException {
        if (value == null) {
            return List.of();
        }
        if (value instanceof CharSequence || value instanceof URI) {
            return List.of(value.toString());
        }
        if (value instanceof Object[] array) {
            return all(Arrays.asList(array));
        }
        if (value instanceof Iterable<?> items) {
            return all(items);
        }
        return type.getName().equals(R2DBC_OPTIONS) ? ofR2dbc(value, type) : hostAndPort(value, type);
    }

    private static List<String> all(Iterable<?> items) throws ReflectiveOperationException {
        List<String> all = new ArrayList<>();
        for (Object item : items) {
            all.addAll(texts(item, item.getClass()));
        }
        return all;
    }

    private static List<String> hostAndPort(Object value, Class<?> type) throws ReflectiveOperationException {
        Object host = first(type, HOSTS).invoke(value);
        Object port = first(type, PORTS).invoke(value);
        return host == null ? List.of() : List.of(host + ":" + port);
    }

    private static Method first(Class<?> type, List<String> names) throws NoSuchMethodException {
        Optional<Method> found = Arrays.stream(type.getMethods())
                .filter(method -> names.contains(method.getName()) && method.getParameterCount() == 0)
                .findFirst();
        return found.orElseThrow(() -> new NoSuchMethodException(names.get(0)));
    }

    private static List<String> ofR2dbc(Object options, Class<?> type) throws ReflectiveOperationException {
        Object host = option(options, type, "HOST");
        Object port = option(options, type, "PORT");
        return host == null
                ? List.of()
                : List.of(option(options, type, "DRIVER") + "://" + host + (port == null ? "" : ":" + port));
    }

    private static @Nullable Object option(Object options, Class<?> type, String name)
            throws ReflectiveOperationException {
        Object option = type.getField(name).get(null);
        return type.getMethod("getValue", option.getClass()).invoke(options, option);
    }
}
