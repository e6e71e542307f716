package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.Party;
import java.util.List;

/** Words parties for people. */
final class Names {

    private static final int MOST = 4;

    private Names() {}

    /** The first names of a party, and how many more there are. */
    static String few(Party party) {
        List<String> names = party.names();
        int more = names.size() - MOST;
        String first = String.join(", ", more > 0 ? names.subList(0, MOST) : names);
        return (party.kind() == Party.Kind.OUTSIDE ? "outside " : "")
                + first
                + (more > 0 ? " and " + more + " more" : "");
    }
}
