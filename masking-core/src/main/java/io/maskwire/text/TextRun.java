package io.maskwire.text;

import io.maskwire.policy.Audience;
import io.maskwire.spi.MaskingSession;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Masks the texts of one document for one audience, with one snapshot of policy and keys. For one thread. */
final class TextRun implements Supplier<MaskingSession> {

    private final TextMasker masker;
    private final Audience audience;
    private @Nullable MaskingSession session;

    TextRun(TextMasker masker, Audience audience) {
        this.masker = masker;
        this.audience = audience;
    }

    /** The session, opened when something is found first: most texts need none. */
    @Override
    public MaskingSession get() {
        MaskingSession opened = session == null ? masker.open(audience) : session;
        session = opened;
        return opened;
    }

    String mask(String text) {
        TextScan scan = scan(text);
        return masker.detect(scan) || get().changesNothing() ? masked(scan, text) : get().unmaskable(null);
    }

    /** The marker for a text that is too long, unless nothing is to be changed. */
    String tooLong(String text) {
        return get().changesNothing() ? text : get().tooLong(null);
    }

    /** What is found in a text by the detectors that are built in. */
    TextScan scan(String text) {
        byte[] bytes = FoldedText.ofLatin1(text);
        if (bytes.length == text.length()) {
            TextScan scan = new TextScan(text, bytes, true, masker.names(), this);
            if (scan.run()) {
                return scan;
            }
        }
        TextScan scan = new TextScan(text, FoldedText.of(text), false, masker.names(), this);
        scan.run();
        return scan;
    }

    private String masked(TextScan scan, String text) {
        List<Finding> found = scan.findings();
        scan.clear().forEach(clear -> get().leaves(clear.classification()));
        return found.isEmpty() ? text : MaskedText.of(text, Overlaps.resolve(found), get());
    }
}
