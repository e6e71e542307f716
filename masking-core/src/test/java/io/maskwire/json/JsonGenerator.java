package io.maskwire.json;

import java.util.Random;

/** Random JSON texts that are valid, and random changes that mostly make them invalid. */
final class JsonGenerator {

    private static final String[] NAMES = {
        "email",
        "E_Mail",
        "\\u0065mail",
        "card",
        "cardNumber",
        "card_number",
        "ssn",
        "user",
        "users",
        "a",
        "b",
        "",
        "größe",
        "ж",
        "?",
        "password",
        "oldPassword1",
        "pass_word",
        "id",
        "name",
        "x-y",
        "\\\"q\\\\",
        "deep",
        "🚀",
        "a much longer name"
    };
    private static final String[] STRINGS = {
        "",
        "x",
        "zoe@example.com",
        "4111 1111 1111 1111",
        "Zoë",
        "日本語テキスト",
        "🚀🚀",
        "\\n\\t\\\"\\\\\\/",
        "\\u00e9\\u65e5",
        "\\ud83d\\ude80",
        "\\ud800",
        "x\\udc00y",
        "?",
        "a,b:{}[]",
        "12345678",
        "1234567",
        "\u007f\u0080\u00ff\u0100",
        "a rather long text, so that it is read in more than one or two steps of eight bytes each"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1",
        "12",
        "1234567890",
        "1.5",
        "-0.25",
        "1e5",
        "1E+10",
        "2.5e-3",
        "1.10",
        "1E400",
        "123456789012345678901"
    };
    private static final String[] SPACES = {"", "", "", "", " ", "  ", "\n", "\r\n  ", "\t", "\n        "};
    private static final String[] BROKEN = {
        "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "\u0000", "\u001f", "\n", " ", "nul", "true",
        "\\u12", "'", "//", "NaN", "\ufeff", "é", "\u2028"
    };

    private final Random random;

    JsonGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Records of one shape with different values, as most documents are, and some that are not. */
    String document() {
        StringBuilder json = new StringBuilder();
        if (random.nextInt(3) == 0) {
            value(json, 5);
        } else {
            records(json);
        }
        return space() + json + space();
    }

    private void records(StringBuilder json) {
        long shape = random.nextLong();
        int count = 1 + random.nextInt(12);
        json.append('[');
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",");
            record(json, shape, 2);
        }
        json.append(']');
    }

    private void record(StringBuilder json, long shape, int depth) {
        Random fixed = new Random(shape);
        int members = fixed.nextInt(6);
        String space = SPACES[fixed.nextInt(SPACES.length)];
        json.append('{');
        for (int i = 0; i < members; i++) {
            json.append(i == 0 ? "" : ",").append(random.nextInt(40) == 0 ? space() : space);
            json.append('"').append(pick(NAMES, fixed)).append("\":").append(space);
            int kind = fixed.nextInt(4);
            if (kind == 0 && depth > 0) {
                record(json, fixed.nextLong(), depth - 1);
            } else if (kind == 1 && depth > 0 || random.nextInt(20) == 0) {
                value(json, 2);
            } else {
                scalar(json);
            }
        }
        json.append('}');
    }

    private void value(StringBuilder json, int depth) {
        int kind = depth == 0 ? 2 : random.nextInt(4);
        if (kind == 0) {
            object(json, depth);
        } else if (kind == 1) {
            array(json, depth);
        } else {
            scalar(json);
        }
    }

    private void object(StringBuilder json, int depth) {
        int members = random.nextInt(5);
        json.append('{').append(space());
        for (int i = 0; i < members; i++) {
            json.append(i == 0 ? "" : ",").append(space()).append('"').append(pick(NAMES, random));
            json.append('"').append(space()).append(':').append(space());
            value(json, depth - 1);
            json.append(space());
        }
        json.append('}');
    }

    private void array(StringBuilder json, int depth) {
        int elements = random.nextInt(5);
        json.append('[').append(space());
        for (int i = 0; i < elements; i++) {
            json.append(i == 0 ? "" : ",").append(space());
            value(json, depth - 1);
            json.append(space());
        }
        json.append(']');
    }

    private void scalar(StringBuilder json) {
        switch (random.nextInt(6)) {
            case 0 -> json.append(pick(NUMBERS, random));
            case 1 -> json.append(random.nextBoolean());
            case 2 -> json.append("null");
            default -> json.append('"').append(pick(STRINGS, random)).append('"');
        }
    }

    /** The text with a few bytes cut out, doubled, exchanged or put in. */
    byte[] broken(byte[] json) {
        byte[] result = json;
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            result = change(result);
        }
        return result;
    }

    private byte[] change(byte[] json) {
        int from = random.nextInt(json.length + 1);
        int to = Math.min(json.length, from + random.nextInt(3));
        byte[] instead = switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> pick(BROKEN, random).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case 2 -> java.util.Arrays.copyOfRange(json, from, to);
            default -> new byte[0];
        };
        byte[] result = new byte[from + instead.length + json.length - to];
        System.arraycopy(json, 0, result, 0, from);
        System.arraycopy(instead, 0, result, from, instead.length);
        System.arraycopy(json, to, result, from + instead.length, json.length - to);
        return result;
    }

    private String space() {
        return pick(SPACES, random);
    }

    private static String pick(String[] of, Random by) {
        return of[by.nextInt(of.length)];
    }
}
