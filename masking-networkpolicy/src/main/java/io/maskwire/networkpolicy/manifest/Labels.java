package io.maskwire.networkpolicy.manifest;

import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Node.Entry;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads labels and annotations. */
final class Labels {

    private Labels() {}

    /** Labels as the API server takes them. */
    static SortedMap<String, String> read(Fields fields, String key) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, Entry> label : fields.texts(key).entrySet()) {
            String text = text(label.getValue());
            Field inner = fields.field(key).to(Shown.name(label.getKey()));
            if (!ApiRules.isLabelKey(label.getKey())) {
                refuse(fields, label.getValue(), inner, "is no label", ApiRules.LABEL_KEY_RULE);
            } else if (!ApiRules.isLabelValue(text)) {
                refuse(fields, label.getValue(), inner, "has a value no label takes", ApiRules.LABEL_VALUE_RULE);
            } else {
                labels.put(label.getKey(), text);
            }
        }
        return labels;
    }

    /** Annotations, whose values may be anything; the name is checked without regard to case, as the server does. */
    static SortedMap<String, String> annotations(Fields fields, String key) {
        SortedMap<String, String> annotations = new TreeMap<>();
        for (Map.Entry<String, Entry> annotation : fields.texts(key).entrySet()) {
            if (ApiRules.isLabelKey(annotation.getKey().toLowerCase(Locale.ROOT))) {
                annotations.put(annotation.getKey(), text(annotation.getValue()));
            } else {
                Field inner = fields.field(key).to(Shown.name(annotation.getKey()));
                refuse(fields, annotation.getValue(), inner, "is no name of an annotation", ApiRules.LABEL_KEY_RULE);
            }
        }
        return annotations;
    }

    private static String text(Entry entry) {
        return ((Scalar) entry.value()).text();
    }

    private static void refuse(Fields fields, Entry entry, Field field, String problem, String remedy) {
        fields.reading()
                .problem(fields.reading().place(entry.line(), entry.column()), field.toString(), problem, remedy);
    }
}
