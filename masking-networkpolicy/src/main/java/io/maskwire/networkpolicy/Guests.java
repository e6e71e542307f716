package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.api.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds guests that stayed too long, and those that are no guests any more. */
final class Guests {

    private final Services services;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private Guests(Services services, LocalDate today) {
        this.services = services;
        this.today = today;
    }

    static List<Finding> findings(Services services, LocalDate today) {
        Guests guests = new Guests(services, today);
        services.declarations().forEach(guests::declaration);
        return guests.findings;
    }

    private void declaration(Declaration declaration) {
        ServiceName host = Services.service(declaration).name();
        declaration
                .serves()
                .values()
                .forEach(port -> port.guests().forEach((name, guest) -> guest(host, port, name, guest)));
    }

    private void guest(ServiceName host, ServedPort port, ServiceName name, ServedPort.Guest guest) {
        List<Subject> about = List.of(new Subject(host, port.edge()));
        String who = Shown.edge("serves", port.name()) + " has the guest " + name;
        Declaration declared = services.get(name);
        if (declared != null) {
            findings.add(new Finding(
                    FindingRule.GUEST_DECLARED,
                    guest.place(),
                    about,
                    who + ", which is declared now ("
                            + Services.service(declared).place() + ")",
                    "let it declare the call, and remove the guest"));
        } else if (today.isAfter(guest.until())) {
            findings.add(new Finding(
                    FindingRule.GUEST_OVERDUE,
                    guest.place(),
                    about,
                    who + " until " + guest.until() + ", and that day is over",
                    "remove the guest, or agree on a later day"));
        }
    }
}
