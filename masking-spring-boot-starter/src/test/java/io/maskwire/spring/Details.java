package io.maskwire.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Connection details that answer what a test says, and nothing about users and passwords. */
record Details(Map<String, Object> answers) implements InvocationHandler {

    static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Details(answers)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return name.equals("equals") ? proxy == arguments[0] : name.equals("hashCode") ? 1 : "details";
        }
        if (name.endsWith("Username") || name.endsWith("Password") || name.endsWith("User")) {
            throw new AssertionError("Nobody needs " + name);
        }
        Object answer = answers.get(name);
        if (answer instanceof Function<?, ?> function) {
            @SuppressWarnings("unchecked")
            Function<Object, Object> asked = (Function<Object, Object>) function;
            return asked.apply(arguments == null ? name : arguments[0]);
        }
        return answer == null && method.isDefault() ? byDefault(proxy, method, arguments) : answer;
    }

    private static Object byDefault(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
