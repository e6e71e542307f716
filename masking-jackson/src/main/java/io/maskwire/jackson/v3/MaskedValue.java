package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.FixedForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** Writes what stands in the place of a value. */
final class MaskedValue {

    private static final SerializableString MARKER = new SerializedString(Masks.MARKER);

    private MaskedValue() {}

    /** Writes the text that stands for every value of a classification; false if it depends on the value. */
    static boolean writesFixed(Document document, @Nullable Classification classification, JsonGenerator target) {
        FixedForm form = document.fixedForm(classification);
        if (form != null) {
            write(form, target);
        }
        return form != null;
    }

    static void write(FixedForm form, JsonGenerator target) {
        String text = form.counted();
        if (text.equals(Masks.MARKER)) {
            target.writeString(MARKER);
        } else {
            target.writeString(text);
        }
    }

    static void write(
            Document document,
            @Nullable Classification classification,
            String original,
            ValueKind kind,
            JsonGenerator target) {
        if (document.writesNull(classification)) {
            target.writeNull();
        } else {
            target.writeString(document.mask(classification, original, kind));
        }
    }

    static void writeUnmaskable(Document document, @Nullable Classification classification, JsonGenerator target) {
        if (document.writesNull(classification)) {
            target.writeNull();
        } else {
            target.writeString(document.unmaskable(classification));
        }
    }
}
