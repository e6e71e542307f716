package io.maskwire.spring;

import io.maskwire.declaration.ServedPort;
import io.maskwire.policy.Classification;
import io.maskwire.spi.DeclaredSender;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A service that sends a body to a declared port.
 *
 * @param port the port
 * @param replaces true if what is absent in the body would be removed from what is stored
 * @param told takes a line for the log
 */
record EdgeSender(ServedPort port, boolean replaces, Consumer<String> told) implements DeclaredSender {

    @Override
    public boolean sendsClear(Classification classification) {
        return classification.canBeGranted() && port.accepts().containsAll(classification.dataClasses());
    }

    @Override
    public boolean mayLeaveOut() {
        return !replaces;
    }

    @Override
    public void leftOut(Classification classification) {
        told.accept("Masked values of " + named(classification) + " arrive over " + port.edge()
                + ", which doesn't accept them in clear; their properties are left out of what is read. If this service"
                + " needs them, add the class to accepts of " + port.edge() + " and to sends of the caller");
    }

    private static String named(Classification classification) {
        return classification.dataClasses().isEmpty()
                ? "no data class"
                : new TreeSet<>(classification.dataClasses()).toString();
    }
}
