package io.maskwire.bench;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many different values, so that no branch and no cache learns one. For one thread. */
final class Inputs {

    private static final int COUNT = 4096;

    private final String[] values;
    private int at;

    Inputs(IntFunction<String> value) {
        this.values = IntStream.range(0, COUNT).mapToObj(value).toArray(String[]::new);
    }

    String next() {
        at = (at + 1) & (COUNT - 1);
        return values[at];
    }

    /** 32 bytes that count up; not secret. */
    static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
