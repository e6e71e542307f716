package io.maskwire.networkpolicy.manifest;

/** The two directions a policy can isolate its pods in. */
public enum Direction {
    INGRESS("Ingress", "ingress", "from"),
    EGRESS("Egress", "egress", "to");

    private final String type;
    private final String rules;
    private final String peers;

    Direction(String type, String rules, String peers) {
        this.type = type;
        this.rules = rules;
        this.peers = peers;
    }

    /** The word in {@code policyTypes}. */
    public String type() {
        return type;
    }

    /** The field with the rules. */
    public String rules() {
        return rules;
    }

    /** The field with a rule's peers. */
    public String peers() {
        return peers;
    }
}
