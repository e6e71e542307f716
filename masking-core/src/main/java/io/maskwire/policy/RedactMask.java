package io.maskwire.policy;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Hides a value behind a fixed number of {@code *}: by a style, or but for the first and last characters.
 *
 * <p>At most a third of a value stays visible: {@code keepLast(4)} shows nothing of a value shorter than 12 characters,
 * which becomes the marker. Only a named style may show more, because its kind of value is known. Characters are
 * counted as people see them (Unicode extended grapheme clusters); declared separators, white space and what nobody sees
 * hide nothing and don't count.
 */
public final class RedactMask implements Mask {

    static final RedactMask ALL = new RedactMask(null, 0, 0, "");
    private static final String HIDDEN = "****";

    private final @Nullable RedactStyle style;
    private final int first;
    private final int last;
    private final String separators;

    private RedactMask(@Nullable RedactStyle style, int first, int last, String separators) {
        this.style = style;
        this.first = first;
        this.last = last;
        this.separators = separators;
    }

    /**
     * Redacts by the style of a well-known kind of value.
     *
     * @throws IllegalStateException if other options were given before
     */
    public RedactMask style(RedactStyle how) {
        Objects.requireNonNull(how, "how");
        if (style != null || first > 0 || last > 0 || !separators.isEmpty()) {
            throw new IllegalStateException("A style says all; remove the other options of " + this);
        }
        return new RedactMask(how, 0, 0, "");
    }

    /** Keeps the first characters of a value that is at least three times as long as all that is kept. */
    public RedactMask keepFirst(int count) {
        return new RedactMask(withoutStyle(), positive("keepFirst", count), last, separators);
    }

    /** Keeps the last characters of a value that is at least three times as long as all that is kept. */
    public RedactMask keepLast(int count) {
        return new RedactMask(withoutStyle(), first, positive("keepLast", count), separators);
    }

    /** Characters that are removed before counting and are never shown, such as {@code " -"}. */
    public RedactMask separators(String characters) {
        return new RedactMask(withoutStyle(), first, last, Objects.requireNonNull(characters, "characters"));
    }

    /** True if something of the original can be seen. */
    boolean showsAPart() {
        return style != null || first > 0 || last > 0;
    }

    /** The one form of all values; null if something of each can be seen. */
    @Nullable
    String fixed() {
        return showsAPart() ? null : HIDDEN;
    }

    private @Nullable RedactStyle withoutStyle() {
        if (style != null) {
            throw new IllegalStateException("A style says all; " + this + " takes no other options");
        }
        return null;
    }

    private static int positive(String option, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(option + " needs 1 or more characters, but was " + count);
        }
        return count;
    }

    @Override
    public String mask(String original, MaskContext context) {
        if (style != null) {
            return Redaction.of(style, original);
        }
        return first + last == 0 ? HIDDEN : keep(original);
    }

    /** By its form, which no original has: but for the styles {@code IP} and {@code DATE}, which write no {@code *}. */
    @Override
    public Recognition recognises(String text, MaskContext context) {
        return style == null ? RedactedForm.ofEnds(HIDDEN, text, first, last) : RedactedForm.of(style, text);
    }

    private String keep(String original) {
        return KeptEnds.around(HIDDEN, without(separators, original).strip(), first, last);
    }

    private static String without(String separators, String text) {
        if (separators.isEmpty()) {
            return text;
        }
        IntPredicate kept = c -> separators.indexOf(c) < 0;
        return text.codePoints()
                .filter(kept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedactMask mask
                && style == mask.style
                && first == mask.first
                && last == mask.last
                && separators.equals(mask.separators);
    }

    @Override
    public int hashCode() {
        return Objects.hash(style, first, last, separators);
    }

    @Override
    public String toString() {
        return "redact()"
                + (style == null ? "" : ".style(" + style + ")")
                + (first == 0 ? "" : ".keepFirst(" + first + ")")
                + (last == 0 ? "" : ".keepLast(" + last + ")")
                + (separators.isEmpty() ? "" : ".separators(\"" + separators + "\")");
    }
}
