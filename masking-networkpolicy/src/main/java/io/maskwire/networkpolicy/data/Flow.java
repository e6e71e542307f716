package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.Finding.Subject;
import java.util.Comparator;
import java.util.List;

/**
 * One step of a data class in clear.
 *
 * @param from who has it
 * @param to who gets it: a service, {@code external:NAME} or {@code role:NAME}
 * @param by the edge that brings it, such as {@code calls.payments}
 * @param place where that is declared
 * @param about who may accept it
 * @param consented whether the two ends signed for it, so that their own lists {@code only} were compared already
 */
record Flow(String dataClass, String from, String to, String by, Place place, List<Subject> about, boolean consented) {

    static final Comparator<Flow> ORDER = Comparator.comparing(Flow::dataClass)
            .thenComparing(Flow::from)
            .thenComparing(Flow::to)
            .thenComparing(Flow::by);
}
