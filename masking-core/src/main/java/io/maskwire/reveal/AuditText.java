package io.maskwire.reveal;

/** Text by people in audit records: one line that shows as it is. */
final class AuditText {

    static final int LONGEST = 200;

    private AuditText() {}

    /** Refuses a text that can't be in a record; says why and quotes nothing. */
    static String checked(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank; say it in a few words");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + " is longer than " + LONGEST + " characters; say it shorter, or name a ticket");
        }
        if (text.codePoints().anyMatch(AuditText::isInvisible)) {
            throw new IllegalArgumentException(
                    what
                            + " has a line break or another character that changes how a record reads; write visible ones only");
        }
        return text;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            case Character.FORMAT -> !isJoiner(codePoint);
            default -> false;
        };
    }

    /** Persian words and many emoji are written with these; all other format characters hide or turn text. */
    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200c || codePoint == 0x200d;
    }
}
