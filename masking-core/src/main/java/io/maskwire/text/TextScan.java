package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.spi.MaskingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one text. Eight characters at a time are added up by a table that says in one number which of them
 * are marks (such as {@code @}), and how many belong to numbers, to words and to codes in capitals; only blocks with a mark,
 * with enough digits or capitals, or without a gap are looked at closer. Each place is looked at a bounded number of times. For one thread.
 */
class TextScan {

    private static final int BLOCK = 8;
    private static final int MARK = 1;
    private static final int NUMERIC = 1 << 8;
    private static final int TOKEN = 1 << 13;
    private static final int CAPITAL = 1 << 17;
    /** Of digits and dots in two blocks side by side: an IP address, a card or another number of use has so many. */
    private static final int ENOUGH = 7 * NUMERIC;

    /** Of digits and capitals in two blocks side by side: in an IBAN four gaps at most are among sixteen characters. */
    private static final int MANY_CAPITALS = 12 * CAPITAL;

    private static final int COUNTS_OF_BOTH = 0x1F * NUMERIC | 0x1F * CAPITAL;
    private static final int BIAS = 2 * BLOCK * (NUMERIC + CAPITAL) - ENOUGH - MANY_CAPITALS;
    private static final int MARKS = 0xFF * MARK;
    private static final int IS_NUMERIC = 2 * BLOCK * NUMERIC;
    private static final int IS_TOKEN = BLOCK * TOKEN;
    private static final int IS_CAPITAL = 2 * BLOCK * CAPITAL;
    private static final int OF_INTEREST = MARKS | IS_NUMERIC | IS_TOKEN | IS_CAPITAL;
    private static final int[] WEIGHTS = weights();

    private final String text;
    private final byte[] bytes;
    private final boolean maybeWide;
    private final NameIndex names;
    private final Supplier<MaskingSession> session;
    private List<Finding> findings = List.of();
    private List<Clear> clear = List.of();
    private List<Lines> lines = List.of();
    private int openFrom;
    private int resume;
    /** What {@link #next} found: the sum of a block with the counts of the block before it. */
    private int both;
    /** Those counts for the block to be read next. */
    private int before;

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

    /** A table for each place in a block. */
    private static int[] weights() {
        int[] weights = new int[BLOCK << Byte.SIZE];
        for (int i = 0; i < weights.length; i++) {
            int c = i & 0xff;
            weights[i] = ("@%+=:?>\n".indexOf(c) >= 0 ? MARK << (i >> Byte.SIZE) : 0)
                    | (Chars.digit(c) || c == '.' ? NUMERIC : 0)
                    | (Chars.token(c) ? TOKEN : 0)
                    | (Chars.digit(c) || c >= 'A' && c <= 'Z' ? CAPITAL : 0);
        }
        return weights;
    }

    /** Reads the text; false if it is not of Latin-1 and has to be read again, folded. */
    boolean run() {
        lineBegins(0);
        int from = resume;
        while (from >= 0 && from < bytes.length) {
            from = part(from);
        }
        return from >= 0;
    }

    /** Reads from a place where no number and no word goes on. Returns where to read on; -1 to read it folded. */
    private int part(int from) {
        numbers.skip(from);
        before = BIAS;
        int i = next(from);
        for (; i <= bytes.length - BLOCK; i = next(i + BLOCK)) {
            if (!look(i, i + BLOCK, both)) {
                return -1;
            }
            if (resume > i + BLOCK) {
                return resume;
            }
        }
        int sum = before;
        for (int k = i; k < bytes.length; k++) {
            sum += WEIGHTS[(bytes[k] & 0xff) + ((k - i) << Byte.SIZE)];
        }
        return look(i, bytes.length, sum) ? Math.max(bytes.length, resume) : -1;
    }

    /** The next block to be looked at closer, or what is left behind the last; a loop that does nothing else is quicker. */
    private int next(int from) {
        byte[] b = bytes;
        int earlier = before;
        int i = from;
        for (; i <= b.length - BLOCK; i += BLOCK) {
            int sum = WEIGHTS[b[i] & 0xff]
                    + WEIGHTS[(b[i + 1] & 0xff) + 0x100]
                    + WEIGHTS[(b[i + 2] & 0xff) + 0x200]
                    + WEIGHTS[(b[i + 3] & 0xff) + 0x300]
                    + WEIGHTS[(b[i + 4] & 0xff) + 0x400]
                    + WEIGHTS[(b[i + 5] & 0xff) + 0x500]
                    + WEIGHTS[(b[i + 6] & 0xff) + 0x600]
                    + WEIGHTS[(b[i + 7] & 0xff) + 0x700];
            int sumOfBoth = sum + earlier;
            earlier = BIAS + (sum & COUNTS_OF_BOTH);
            if ((sumOfBoth & OF_INTEREST) != 0) {
                both = sumOfBoth;
                break;
            }
        }
        before = earlier;
        return i;
    }

    /** Passes by a date, before whose seconds is nothing to look at: no number, word or pair goes on over its last colon. */
    private void lineBegins(int at) {
        if (Stamps.at(bytes, at) && !names.mayEndInDigits()) {
            resume = at + Stamps.LENGTH;
        }
    }

    private boolean look(int from, int to, int sum) {
        if ((sum & MARKS) != 0 && !marks(from, sum & MARKS)) {
            return false;
        }
        if ((sum & IS_NUMERIC) != 0) {
            numbers.in(Math.max(0, from - BLOCK), to);
        }
        if ((sum & IS_CAPITAL) != 0) {
            // These are the first two blocks with enough of an IBAN, so it begins in them.
            Ibans.in(this, from - 2 * BLOCK + 1, from);
        }
        if ((sum & IS_TOKEN) != 0) {
            secrets.in(from);
        }
        return true;
    }

    private boolean marks(int from, int marks) {
        for (int places = marks; places != 0; places &= places - 1) {
            int at = from + Integer.numberOfTrailingZeros(places);
            int mark = bytes[at];
            if (mark == ':') {
                ipv6.at(at);
                pairs.at(at);
            } else if (mark == '=') {
                pairs.at(at);
            } else if (mark == '\n') {
                lineBegins(at + 1);
            } else if (mark == '?') {
                if (maybeWide && text.charAt(at) != '?') {
                    return false;
                }
            } else {
                rareMark(at, mark);
            }
        }
        return true;
    }

    private void rareMark(int at, int mark) {
        if (mark == '@' && !pairs.isUserInfo(at)) {
            Emails.at(this, at, at + 1);
        } else if (mark == '+') {
            Phones.at(this, at, at + 1);
        } else if (mark == '%') {
            escape(at);
        } else if (mark == '>' && at(at - 1) == '-') {
            pairs.arrow(at - 1);
        }
    }

    /** {@code %40} is an {@code @} in a URL, {@code %2B} a {@code +}, {@code %3D} a {@code =}. */
    private void escape(int at) {
        int high = at(at + 1);
        int low = Chars.fold(at(at + 2));
        if (high == '4' && low == '0') {
            Emails.at(this, at, at + 3);
        } else if (high == '2' && low == 'b') {
            Phones.at(this, at, at + 3);
        } else if (high == '3' && low == 'd') {
            pairs.encoded(at);
        }
    }

    /** The folded character at a place, or {@link Chars#NONE} outside the text. */
    int at(int place) {
        return place >= 0 && place < bytes.length ? bytes[place] & 0xff : Chars.NONE;
    }

    int length() {
        return bytes.length;
    }

    /** The folded text, for loops that are run for every line of a log. */
    byte[] bytes() {
        return bytes;
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
            findings = with(findings, new Finding(start, end, rank, classification, form));
        }
    }

    /** Whether a value at a place is masked for the audience. */
    boolean masks(@Nullable Classification classification, int at) {
        if (session.get().masks(classification)) {
            return true;
        }
        if (classification != null) {
            clear = with(clear, new Clear(at, classification));
        }
        return false;
    }

    /** Nearly all texts need no list. */
    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = list.isEmpty() ? new ArrayList<>() : list;
        longer.add(item);
        return longer;
    }

    /** What has to be read together to be understood. */
    void together(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.lineEnd(at(i))) {
                lines = with(lines, new Lines(start, end));
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
