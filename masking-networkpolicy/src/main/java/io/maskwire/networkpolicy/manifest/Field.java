package io.maskwire.networkpolicy.manifest;

import org.jspecify.annotations.Nullable;

/** The path of a field, such as {@code spec.ingress[0].from}; its text is made only where a message needs it. */
record Field(@Nullable Field parent, String name, int index) {

    static final Field ROOT = new Field(null, "", -1);

    Field to(String key) {
        return new Field(this, key, -1);
    }

    Field at(int item) {
        return new Field(this, "", item);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String above = parent.toString();
        if (index >= 0) {
            return above + "[" + index + "]";
        }
        return above.isEmpty() ? name : above + "." + name;
    }
}
