package io.maskwire.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ClassUtils;

/** Lets a converter read and never write: for object writers whose view of an object the policy can't follow. */
final class ClosedConverter implements InvocationHandler {

    private final HttpMessageConverter<?> behind;

    private ClosedConverter(HttpMessageConverter<?> behind) {
        this.behind = behind;
    }

    static HttpMessageConverter<?> of(HttpMessageConverter<?> converter) {
        Class<?>[] interfaces = Stream.concat(
                        Arrays.stream(ClassUtils.getAllInterfaces(converter)), Stream.of(Guarded.class))
                .toArray(Class<?>[]::new);
        return (HttpMessageConverter<?>) Proxy.newProxyInstance(
                ClosedConverter.class.getClassLoader(), interfaces, new ClosedConverter(converter));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("canWrite")) {
            return false;
        }
        if (method.getName().equals("write")) {
            throw new RefusedException(
                    behind.getClass().getSimpleName() + " may not write: Maskwire does not mask what it writes");
        }
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
