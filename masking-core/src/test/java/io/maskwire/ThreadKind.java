package io.maskwire;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** The kinds of thread of the Java that runs the tests. */
enum ThreadKind {
    PLATFORM,
    /** From Java 21 on. */
    VIRTUAL;

    static Stream<ThreadKind> here() {
        return Runtime.version().feature() < 21 ? Stream.of(PLATFORM) : Stream.of(PLATFORM, VIRTUAL);
    }

    ThreadFactory factory() {
        if (this == PLATFORM) {
            return Executors.defaultThreadFactory();
        }
        try {
            // Compiled for Java 17, which has no such method.
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no virtual threads", e);
        }
    }
}
