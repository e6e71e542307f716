package io.maskwire.json;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Masks inputs that no heap of this process could hold: {@code LargeInput records|value BYTES}. */
final class LargeInput {

    private static final String RECORD =
            "{\"id\":1234567,\"email\":\"zoe@example.com\",\"name\":\"Zoë 日本語\",\"tags\":[\"a\",true,null,1.5e3]},\n";
    private static final String MASKED = RECORD.replace("zoe@example.com", "*");

    private LargeInput() {}

    /** Prints how much was written, and whether it was what it should be. */
    public static void main(String[] args) throws IOException {
        long bytes = Long.parseLong(args[1]);
        boolean records = args[0].equals("records");
        long count = records ? bytes / utf8(RECORD).length : bytes;
        InputStream input = records
                ? new Repeated("[", RECORD, count, "0]")
                : new Repeated("{\"email\":\"", "s", count, "\",\"a\":1}");
        Expected output = records
                ? new Expected("[", MASKED, count, "0]")
                : new Expected("{\"email\":\"[masked]\",\"a\":1}", "", 0, "");
        Masking.of(MaskingPolicy.builder()
                        .field("$..email", Masks.constant("*"))
                        .build())
                .json()
                .mask(input, output, Audience.anonymous());
        System.out.println(output.result() + " of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text, another many times, and a third. */
    private static final class Repeated extends InputStream {

        private final byte[] part;
        private final byte[] last;
        private byte[] now;
        private int at;
        private long left;
        private boolean ended;

        Repeated(String first, String part, long count, String last) {
            this.now = utf8(first);
            this.part = utf8(part.repeat(4096 / part.length() + 1));
            this.left = count * utf8(part).length;
            this.last = utf8(last);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads byte by byte");
        }

        @Override
        public int read(byte[] b, int offset, int length) {
            while (at == now.length) {
                if (!next()) {
                    return -1;
                }
            }
            int read = Math.min(length, now.length - at);
            System.arraycopy(now, at, b, offset, read);
            at += read;
            return read;
        }

        private boolean next() {
            if (ended) {
                return false;
            }
            ended = left == 0;
            now = ended ? last : left >= part.length ? part : java.util.Arrays.copyOf(part, (int) left);
            left -= ended ? 0 : now.length;
            at = 0;
            return true;
        }
    }

    /** Compares what is written with what should be. */
    private static final class Expected extends OutputStream {

        private final Repeated expected;
        private long written;
        private boolean wrong;

        Expected(String first, String part, long count, String last) {
            this.expected = part.isEmpty() ? new Repeated(first, " ", 0, last) : new Repeated(first, part, count, last);
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException("nobody writes byte by byte");
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            byte[] should = new byte[length];
            int read = 0;
            while (read >= 0 && read < length) {
                int more = expected.read(should, read, length - read);
                read = more < 0 ? -1 : read + more;
            }
            wrong |= read < 0 || !java.util.Arrays.equals(should, 0, length, b, offset, offset + length);
            written += length;
        }

        String result() {
            boolean whole = !wrong && expected.read(new byte[1], 0, 1) < 0;
            return whole ? "right " + written : "wrong";
        }
    }
}
