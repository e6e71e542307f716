package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.spi.MaskingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one text. Eight characters at a time are added up by a table that counts in one number how many of them
 * are marks (such as {@code @}), how many belong to numbers and how many to words; only blocks with a mark, with enough
 * digits, or without a gap are looked at closer. Each place is looked at a bounded number of times. For one thread.
 */
class TextScan {

    private static final int BLOCK = 8;
    private static final int MARK = 1;
    private static final int NUMERIC = 1 << 4;
    private static final int TOKEN = 1 << 8;
    /** Four of digits and dots: any eight characters of an IP address, a card or another long number hold so many. */
    private static final int ENOUGH_DIGITS = 4 * NUMERIC;

    private static final int BIAS = (BLOCK * NUMERIC) - ENOUGH_DIGITS;
    private static final int ANY_MARK = 0xF * MARK;
    private static final int IS_NUMERIC = BLOCK * NUMERIC;
    private static final int IS_TOKEN = BLOCK * TOKEN;
    private static final int OF_INTEREST = ANY_MARK | IS_NUMERIC | IS_TOKEN;
    private static final int[] WEIGHTS = weights();

    private final String text;
    private final byte[] bytes;
    private final boolean maybeWide;
    private final NameIndex names;
    private final Supplier<MaskingSession> session;
    private final List<Finding> findings = new ArrayList<>(0);
    private final List<Clear> clear = new ArrayList<>(0);
    private final List<Lines> lines = new ArrayList<>(0);
    private int openFrom;

    private final Numbers numbers = new Numbers(this);
    private final Secrets secrets = new Secrets(this);
    private final Ipv6 ipv6 = new Ipv6(this);
    private final Pairs pairs = new Pairs(this);

    /** A value that stays, as the audience is granted to see it. */
    record Clear(int at, Classification classification) {}

    /** What has to be read together to be understood, and goes over several lines. */
    record Lines(int start, int end) {}

    TextScan(String text, byte[] bytes, boolean maybeWide, NameIndex names, Supplier<MaskingSession> session) {
        this.text = text;
        this.bytes = bytes;
        this.maybeWide = maybeWide;
        this.names = names;
        this.session = session;
        this.openFrom = text.length();
    }

    private static int[] weights() {
        int[] weights = new int[1 << Byte.SIZE];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = ("@%+=:?".indexOf(c) >= 0 ? MARK : 0)
                    | (Chars.digit(c) || c == '.' ? NUMERIC : 0)
                    | (Chars.token(c) ? TOKEN : 0);
        }
        return weights;
    }

    /** Reads the text; false if it is not of Latin-1 and has to be read again, folded. */
    boolean run() {
        byte[] b = bytes;
        int i = 0;
        for (; i <= b.length - BLOCK; i += BLOCK) {
            int sum = BIAS
                    + WEIGHTS[b[i] & 0xff]
                    + WEIGHTS[b[i + 1] & 0xff]
                    + WEIGHTS[b[i + 2] & 0xff]
                    + WEIGHTS[b[i + 3] & 0xff]
                    + WEIGHTS[b[i + 4] & 0xff]
                    + WEIGHTS[b[i + 5] & 0xff]
                    + WEIGHTS[b[i + 6] & 0xff]
                    + WEIGHTS[b[i + 7] & 0xff];
            if ((sum & OF_INTEREST) != 0 && !look(i, i + BLOCK, sum)) {
                return false;
            }
        }
        int sum = BIAS;
        for (int k = i; k < b.length; k++) {
            sum += WEIGHTS[b[k] & 0xff];
        }
        return look(i, b.length, sum);
    }

    private boolean look(int from, int to, int sum) {
        if ((sum & ANY_MARK) != 0 && !marks(from, to)) {
            return false;
        }
        if ((sum & IS_NUMERIC) != 0) {
            numbers.in(from, to);
        }
        if ((sum & IS_TOKEN) != 0) {
            secrets.in(from);
        }
        return true;
    }

    private boolean marks(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case ':' -> {
                    ipv6.at(i);
                    pairs.at(i);
                }
                case '=' -> pairs.at(i);
                case '@' -> {
                    if (!pairs.isUserInfo(i)) {
                        Emails.at(this, i, i + 1);
                    }
                }
                case '+' -> Phones.at(this, i, i + 1);
                case '%' -> escape(i);
                case '?' -> {
                    if (maybeWide && text.charAt(i) != '?') {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    /** {@code %40} is an {@code @} in a URL, {@code %2B} a {@code +}. */
    private void escape(int at) {
        int high = at(at + 1);
        int low = Chars.fold(at(at + 2));
        if (high == '4' && low == '0') {
            Emails.at(this, at, at + 3);
        } else if (high == '2' && low == 'b') {
            Phones.at(this, at, at + 3);
        }
    }

    /** The folded character at a place, or {@link Chars#NONE} outside the text. */
    int at(int place) {
        return place >= 0 && place < bytes.length ? bytes[place] & 0xff : Chars.NONE;
    }

    int length() {
        return bytes.length;
    }

    String text() {
        return text;
    }

    NameIndex names() {
        return names;
    }

    /** True if the characters from a place on are these; of ASCII. */
    boolean is(int place, String expected) {
        if (place < 0 || place + expected.length() > length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (at(place + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A value of the class its finder's rank stands for. */
    void found(Rank rank, int start, int end) {
        found(rank, start, end, rank.classification(), Finding.Form.PLAIN);
    }

    /** A value. */
    void found(Rank rank, int start, int end, @Nullable Classification classification, Finding.Form form) {
        if (masks(classification, start)) {
            findings.add(new Finding(start, end, rank, classification, form));
        }
    }

    /** Whether a value at a place is masked for the audience. */
    boolean masks(@Nullable Classification classification, int at) {
        if (session.get().masks(classification)) {
            return true;
        }
        if (classification != null) {
            clear.add(new Clear(at, classification));
        }
        return false;
    }

    /** What has to be read together to be understood. */
    void together(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.lineEnd(at(i))) {
                lines.add(new Lines(start, end));
                return;
            }
        }
    }

    /** A value that begins here and was not at its end when the text was: more text may change what is found. */
    void open(int from) {
        openFrom = Math.min(openFrom, from);
    }

    /** Where what more text may change begins; the text's end if there is none. */
    int openFrom() {
        return openFrom;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Lines> lines() {
        return lines;
    }

    List<Clear> clear() {
        return clear;
    }
}
