package io.maskwire.samples.shop.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one service let out to one audience.
 *
 * @param from the service that spoke
 * @param to the audience
 * @param expectedStatus the status the answer should have
 * @param said all it said
 * @param declared what the declarations allow this audience to see in clear
 */
record Sighting(String from, String to, int expectedStatus, Answer said, Set<Kind> declared) {

    /** What is wrong with it: too much shown, or (which would make every other check worthless) too little. */
    List<String> findings(Purchase purchase) {
        List<String> findings = new ArrayList<>();
        String where = from + " to " + to + ", order " + purchase.order() + ": ";
        if (said.status() != expectedStatus) {
            findings.add(where + "status " + said.status() + " instead of " + expectedStatus);
        }
        Set<Kind> clear = purchase.clearIn(said.everything());
        for (Kind kind : Kind.values()) {
            if (clear.contains(kind) && !declared.contains(kind)) {
                findings.add(where + kind.label() + " is clear, and no declaration allows it");
            }
            if (!clear.contains(kind) && declared.contains(kind)) {
                findings.add(where + kind.label() + " is hidden, though the declarations allow it");
            }
        }
        return findings;
    }
}
