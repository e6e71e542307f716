package io.maskwire.jackson.scope;

import io.maskwire.scan.ClassScan;

/** A class written as a supertype is written with the supertype's marks only. */
public final class Narrowing {

    private Narrowing() {}

    /** True if something marked in the class is written by the other and not marked there. */
    public static boolean losesMarks(ClassScan from, ClassScan to) {
        return !from.type().isEmpty() && to.type().isEmpty()
                || from.members().stream()
                        .anyMatch(member -> member.names().stream().anyMatch(to::knows)
                                && to.named(member.names()).isEmpty());
    }
}
