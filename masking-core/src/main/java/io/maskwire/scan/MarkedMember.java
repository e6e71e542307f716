package io.maskwire.scan;

import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A member that carries a mark.
 *
 * @param element the field, method or parameter
 * @param place the same for people, such as {@code com.example.Person#email}
 * @param names the property names under which its value may be known
 * @param marks what is said
 * @param holdsData true if a serializer that leaves this member out may still give its value away under another name
 */
public record MarkedMember(AnnotatedElement element, String place, Set<String> names, Marks marks, boolean holdsData) {

    MarkedMember alsoNamed(Set<String> more) {
        Set<String> all = new HashSet<>(names);
        return all.addAll(more) ? new MarkedMember(element, place, all, marks, holdsData) : this;
    }

    /** True if one of the names is this member's. */
    public boolean isNamed(Set<String> others) {
        return !Collections.disjoint(names, others);
    }
}
