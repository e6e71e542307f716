package io.maskwire.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a piece of a labelled line is, and which finders are meant to see it. */
enum Label {
    PAN(Rank.PAN),
    IBAN(Rank.IBAN),
    EMAIL(Rank.EMAIL),
    PHONE(Rank.PHONE),
    IP(Rank.IP),
    SSN(Rank.SSN),
    SECRET(Rank.SECRET),
    URL_USER(Rank.USER_INFO),
    NAMED_VALUE(Rank.NAMED);

    private static final Map<Rank, Label> BY_RANK = new EnumMap<>(Rank.class);

    static {
        for (Label label : values()) {
            BY_RANK.put(label.rank, label);
        }
    }

    private final Rank rank;

    Label(Rank rank) {
        this.rank = rank;
    }

    static Label of(Rank rank) {
        return BY_RANK.get(rank);
    }

    /** The name of the detector in the docs. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A line with what is sensitive in it. */
    record Line(String language, String text, Set<Piece> pieces) {}

    /** A sensitive piece of a line. */
    record Piece(Label label, int start, int end) {}
}
