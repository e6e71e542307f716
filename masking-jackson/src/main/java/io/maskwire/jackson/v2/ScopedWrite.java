package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import io.maskwire.jackson.scope.NearForm;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.MaskingSession;

/** Lets something be written inside a scope, and ends the scope whatever happens. */
final class ScopedWrite {

    /** Writes to the generator it is given. */
    interface Write {
        void to(JsonGenerator target) throws Exception;
    }

    private ScopedWrite() {}

    static void property(
            BeanPropertyWriter writer, Object bean, JsonGenerator g, SerializerProvider context, Scope scope)
            throws Exception {
        MaskingGenerator masking = Document.of(context).over(g);
        if (masking == null) {
            writer.serializeAsField(bean, g, context);
        } else if (scope.isSimple()) {
            Classification before = masking.enter(scope.values());
            try {
                writer.serializeAsField(bean, masking.inFrontOf(g), context);
            } finally {
                masking.leave(before);
            }
        } else {
            MaskingGenerator.Outer before = masking.enter(scope, writer.getName());
            try {
                writer.serializeAsField(bean, masking.inFrontOf(g), context);
            } finally {
                masking.leave(before);
            }
        }
    }

    /** Writes a property that is a text; false, with nothing written, if its own marks are not all that counts. */
    static boolean text(
            BeanPropertyWriter writer, Object bean, JsonGenerator g, SerializerProvider context, NearForm near)
            throws Exception {
        MaskingContext masking = MaskingContext.of(context);
        JsonGenerator target = masking.pastScopes(g);
        if (target == null) {
            return false;
        }
        Classification marks = near.marks();
        FixedForm form = masking.fixedForm(near);
        boolean hides = form != null || masking.document().hides(marks);
        if (!hides || !(writer.get(bean) instanceof String text)) {
            return false;
        }
        target.writeFieldName(writer.getSerializedName());
        if (form != null && text.length() <= MaskingSession.LONGEST_VALUE) {
            MaskedValue.write(form, target);
        } else {
            MaskedValue.write(masking.document(), marks, text, ValueKind.STRING, target);
        }
        return true;
    }

    static void element(
            BeanPropertyWriter writer, Object bean, JsonGenerator g, SerializerProvider context, Scope scope)
            throws Exception {
        in(scope, g, context, target -> writer.serializeAsElement(bean, target, context));
    }

    static void in(Scope scope, JsonGenerator g, SerializerProvider context, Write write) throws Exception {
        MaskingGenerator masking = Document.of(context).over(g);
        if (masking == null) {
            write.to(g);
            return;
        }
        MaskingGenerator.Outer before = masking.enter(scope, null);
        try {
            write.to(masking.inFrontOf(g));
        } finally {
            masking.leave(before);
        }
    }
}
