package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.FixedForm;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what stands in the place of a value. */
final class MaskedValue {

    private static final SerializableString MARKER = new SerializedString(Masks.MARKER);

    private MaskedValue() {}

    /** Writes the text that stands for every value of a classification; false if it depends on the value. */
    static boolean writesFixed(Document document, @Nullable Classification classification, JsonGenerator target)
            throws IOException {
        FixedForm form = document.fixedForm(classification);
        if (form != null) {
            write(form, target);
        }
        return form != null;
    }

    static void write(FixedForm form, JsonGenerator target) throws IOException {
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
            JsonGenerator target)
            throws IOException {
        if (document.writesNull(classification)) {
            target.writeNull();
        } else {
            target.writeString(document.mask(classification, original, kind));
        }
    }

    static void writeUnmaskable(Document document, @Nullable Classification classification, JsonGenerator target)
            throws IOException {
        if (document.writesNull(classification)) {
            target.writeNull();
        } else {
            target.writeString(document.unmaskable(classification));
        }
    }
}
