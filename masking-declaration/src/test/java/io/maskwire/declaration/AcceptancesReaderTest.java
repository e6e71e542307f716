package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptancesReaderTest {

    @Test
    void whatIsAcceptedKnowsItsEdgeItsReasonItsLastDayAndItsPlace() {
        Declaration read = Declarations.read(DeclarationSource.text("maskwire.yml", """
                        service: {name: orders, namespace: shop}
                        accept: [{rule: unnamed-callers, why: everybody may look}]
                        serves:
                          https: {port: 8443, accept: [{rule: class-reach, why: known to audit, until: 2027-01-31}]}
                        calls:
                          db: {to: db, port: pg, over: jdbc, carries: [], accept: [{rule: opaque-edge, why: encrypted}]}
                        external:
                          crm: {host: crm.example, port: 443, accept: [{rule: opaque-edge, why: encrypted}]}
                        """));
        assertThat(read.accepts())
                .containsExactly(
                        new Acceptance("", "unnamed-callers", "everybody may look", Optional.empty(), at(2, 10)),
                        new Acceptance(
                                "serves.https",
                                "class-reach",
                                "known to audit",
                                Optional.of(LocalDate.of(2027, 1, 31)),
                                at(4, 32)),
                        new Acceptance("calls.db", "opaque-edge", "encrypted", Optional.empty(), at(6, 60)),
                        new Acceptance("external.crm", "opaque-edge", "encrypted", Optional.empty(), at(8, 48)));
    }

    @Test
    void aDeclarationWithoutTheKeyAcceptsNothing() {
        assertThat(Declarations.read(
                                DeclarationSource.text("maskwire.yml", "service: {name: orders, namespace: shop}\n"))
                        .accepts())
                .isEmpty();
    }

    private static Place at(int line, int column) {
        return new Place("maskwire.yml", line, column);
    }
}
