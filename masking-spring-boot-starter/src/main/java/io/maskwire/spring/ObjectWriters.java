package io.maskwire.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ClassUtils;

/** Spring's converters that write whole objects without Jackson 3. */
final class ObjectWriters {

    private static final List<Class<?>> KNOWN = present(
            "org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter",
            "org.springframework.http.converter.json.AbstractJsonHttpMessageConverter",
            "org.springframework.http.converter.xml.AbstractJaxb2HttpMessageConverter",
            "org.springframework.http.converter.xml.MarshallingHttpMessageConverter",
            "org.springframework.http.converter.AbstractKotlinSerializationHttpMessageConverter",
            "org.springframework.http.converter.protobuf.ProtobufHttpMessageConverter");

    private ObjectWriters() {}

    private static List<Class<?>> present(String... names) {
        ClassLoader loader = ObjectWriters.class.getClassLoader();
        List<Class<?>> present = new ArrayList<>();
        Stream.of(names)
                .filter(name -> ClassUtils.isPresent(name, loader))
                .forEach(name -> present.add(ClassUtils.resolveClassName(name, loader)));
        return present;
    }

    static boolean isOne(HttpMessageConverter<?> converter) {
        return KNOWN.stream().anyMatch(type -> type.isInstance(converter));
    }
}
