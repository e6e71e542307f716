package io.maskwire.declaration;

import io.maskwire.declaration.KnownClasses.Known;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The classes and fields that a fleet gives all its declarations. Immutable. */
public final class SharedRules {

    /** No classes and no fields. */
    public static final SharedRules NONE = new SharedRules(Map.of(), FieldsReader.Read.NOTHING, Set.of(), true);

    /**
     * Of a fleet that can't be read: its classes are not known, so no declaration is told that one is unknown. Nothing
     * that is read with it can be used.
     */
    public static final SharedRules UNREADABLE = new SharedRules(Map.of(), FieldsReader.Read.NOTHING, Set.of(), false);

    private final Map<String, Known> classes;
    private final FieldsReader.Read fields;
    private final Set<String> files;
    private final boolean complete;

    SharedRules(Map<String, Known> classes, FieldsReader.Read fields, Set<String> files) {
        this(classes, fields, files, true);
    }

    private SharedRules(Map<String, Known> classes, FieldsReader.Read fields, Set<String> files, boolean complete) {
        this.classes = new TreeMap<>(classes);
        this.fields = fields;
        this.files = Set.copyOf(files);
        this.complete = complete;
    }

    void addTo(KnownClasses known, FieldsReader reader) {
        classes.forEach((name, one) -> known.add(
                name, one.mask(), one.declared().only(), one.declared().place()));
        reader.add(fields);
        if (!complete) {
            known.incomplete();
        }
    }

    /** The files they come from, which a declaration that includes one of them needn't read again. */
    Set<String> files() {
        return files;
    }

    /** The names of the classes. */
    @Override
    public String toString() {
        return "SharedRules" + classes.keySet();
    }
}
