package io.maskwire.declaration;

import java.util.Optional;
import java.util.Set;

/** What speaks over an edge, and what it carries if that isn't HTTP. */
record Payload(Transport over, Set<String> carries) {

    /** Refuses over another transport the keys that only HTTP gives a meaning. */
    static Payload read(Section section, KnownClasses classes, String... onlyOverHttp) {
        Optional<Transport> over = section.choice("over", Transport.class);
        boolean readable = over.isPresent() || !section.has("over");
        Transport transport = over.orElse(Transport.HTTP);
        if (readable && transport == Transport.HTTP) {
            section.refuse("carries", "has no meaning over http", "use sends for what requests carry in clear");
        } else if (readable) {
            section.require(
                    "carries",
                    "add carries: [CLASS, …], or [] for none, because nothing is masked over "
                            + transport.optionName());
            for (String key : onlyOverHttp) {
                section.refuse(key, "has a meaning only over http", "use carries for what crosses unmasked");
            }
        }
        return new Payload(transport, classes.listedOrNone(section, "carries"));
    }
}
