package io.maskwire.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Who receives: a service, a role, a topic, an outside host, the log, the trace, or nobody we know.
 *
 * <p>An audience may have several members, for a user with two roles or a service that calls on behalf of a user; what
 * they may see together is the policy's to decide. Immutable; equal by its members.
 */
public final class Audience {

    /** The kinds of audience. */
    public enum Kind {
        SERVICE,
        ROLE,
        TOPIC,
        EXTERNAL,
        LOG,
        TRACE,
        /** Not authenticated. */
        ANONYMOUS,
        /** A name no declaration knows; gets the strictest form. */
        UNKNOWN;

        boolean named() {
            return this == SERVICE || this == ROLE || this == TOPIC || this == EXTERNAL;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One member; {@code edge} is the end of a declared edge such as {@code calls.payments}, or empty. */
    record Member(Kind kind, String name, String edge) implements Comparable<Member> {

        Member anywhere() {
            return edge.isEmpty() ? this : new Member(kind, name, "");
        }

        @Override
        public int compareTo(Member other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            String text = kind.named() ? kind.word() + ":" + name : kind.word();
            return edge.isEmpty() ? text : text + " over " + edge;
        }
    }

    private static final Audience ANONYMOUS = single(Kind.ANONYMOUS, "");
    private static final Audience UNKNOWN = single(Kind.UNKNOWN, "");
    private static final Audience LOG = single(Kind.LOG, "");
    private static final Audience TRACE = single(Kind.TRACE, "");

    private final List<Member> members;
    private final int hash;

    private Audience(List<Member> members) {
        this.members = members;
        this.hash = members.hashCode();
    }

    static Audience of(List<Member> members) {
        return new Audience(List.copyOf(members));
    }

    private static Audience single(Kind kind, String name) {
        return new Audience(List.of(new Member(kind, name, "")));
    }

    /** A service by {@code namespace/name}, such as {@code pay/payments}. */
    public static Audience service(String name) {
        return single(Kind.SERVICE, checked(name, Kind.SERVICE));
    }

    /** A role of a person, such as {@code fraud-desk}. */
    public static Audience role(String name) {
        return single(Kind.ROLE, checked(name, Kind.ROLE));
    }

    /** The consumers of a topic. */
    public static Audience topic(String name) {
        return single(Kind.TOPIC, checked(name, Kind.TOPIC));
    }

    /** A host outside, by the name the declaration gives it. */
    public static Audience external(String name) {
        return single(Kind.EXTERNAL, checked(name, Kind.EXTERNAL));
    }

    /** Whoever reads the log. */
    public static Audience log() {
        return LOG;
    }

    /** Whoever reads traces. */
    public static Audience trace() {
        return TRACE;
    }

    /** Whoever did not authenticate. */
    public static Audience anonymous() {
        return ANONYMOUS;
    }

    /** Somebody whose name no declaration knows. */
    public static Audience unknown() {
        return UNKNOWN;
    }

    /**
     * Reads the form that {@link #toString} writes for one member: {@code role:fraud-desk}, {@code anonymous}.
     *
     * @throws IllegalArgumentException if the text is no audience
     */
    public static Audience parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word) && kind.named() == (colon >= 0)) {
                return single(kind, kind.named() ? checked(text.substring(colon + 1), kind) : "");
            }
        }
        throw new IllegalArgumentException("Not an audience; write service:NAMESPACE/NAME, role:NAME, topic:NAME,"
                + " external:NAME, log, trace, anonymous or unknown");
    }

    private static String checked(String name, Kind kind) {
        if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException(
                    "An audience of kind " + kind.word() + " needs a name without white space");
        }
        return name;
    }

    /**
     * The same single audience at one end of a declared edge, such as {@code calls.payments}: grants that belong to an
     * edge hold there and nowhere else.
     *
     * @throws IllegalStateException if this audience has several members
     */
    public Audience over(String edge) {
        if (members.size() != 1) {
            throw new IllegalStateException("Only a single audience goes over an edge; call over() before and()");
        }
        Member member = members.get(0);
        return new Audience(List.of(new Member(member.kind(), member.name(), Objects.requireNonNull(edge, "edge"))));
    }

    /** Both together. */
    public Audience and(Audience other) {
        TreeSet<Member> all = new TreeSet<>(members);
        all.addAll(other.members);
        return new Audience(Collections.unmodifiableList(new ArrayList<>(all)));
    }

    List<Member> members() {
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Audience audience && hash == audience.hash && members.equals(audience.members);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The members joined by {@code +}, such as {@code role:fraud-desk} or {@code service:shop/web+role:agent}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Member member : members) {
            text.append(text.isEmpty() ? "" : "+").append(member);
        }
        return text.toString();
    }
}
