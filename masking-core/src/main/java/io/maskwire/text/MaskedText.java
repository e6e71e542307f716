package io.maskwire.text;

import io.maskwire.policy.Masks;
import io.maskwire.spi.MaskingSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a text with what was found in it masked. */
final class MaskedText {

    private final String text;
    private final MaskingSession session;
    private @Nullable StringBuilder out;
    private int copied;

    private MaskedText(String text, MaskingSession session) {
        this.text = text;
        this.session = session;
    }

    /** The text itself if nothing in it changes. */
    static String of(String text, List<Finding> holding, MaskingSession session) {
        MaskedText masked = new MaskedText(text, session);
        holding.forEach(masked::add);
        return masked.whole();
    }

    private void add(Finding finding) {
        String original = text.substring(finding.start(), finding.end());
        if (original.equals(Masks.MARKER) || session.leaves(finding.classification())) {
            return;
        }
        String masked = masked(finding, original);
        if (!masked.equals(original)) {
            StringBuilder target = out == null ? new StringBuilder(text.length() + masked.length()) : out;
            target.append(text, copied, finding.start()).append(masked);
            out = target;
            copied = finding.end();
        }
    }

    private String masked(Finding finding, String original) {
        int escapes = finding.form().escapes();
        return switch (finding.form().style()) {
            case PLAIN -> mask(finding, original);
            case URL -> mask(finding, Escapes.ofUrl(original));
            case QUOTED -> Escapes.json(mask(finding, Escapes.ofJson(original, escapes)), escapes);
            case BARE -> bare(finding, original, escapes);
            case OPAQUE -> mask(finding, null);
        };
    }

    private String bare(Finding finding, String original, int escapes) {
        return session.writesNull(finding.classification())
                ? "null"
                : quote(escapes) + Escapes.json(mask(finding, original), escapes) + quote(escapes);
    }

    private String mask(Finding finding, @Nullable String original) {
        return original == null
                ? session.unmaskable(finding.classification())
                : session.mask(
                        finding.classification(), original, finding.form().kind());
    }

    /** A quote as it stands in JSON that is escaped so often: 0, 1, 3 backslashes before it. */
    private static String quote(int escapes) {
        return "\\".repeat((1 << (escapes - 1)) - 1) + '"';
    }

    private String whole() {
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }
}
