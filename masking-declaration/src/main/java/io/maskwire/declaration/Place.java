package io.maskwire.declaration;

/** Where something was declared; line and column are counted from 1, and 0 if it is about the file as a whole. */
public record Place(String file, int line, int column) {

    /** A file or folder as a whole. */
    public static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    /** For messages: one line, whatever the file is called. */
    @Override
    public String toString() {
        return line > 0 ? shown() + ":" + line + ":" + column : shown();
    }

    /** The file's name with a question mark for each character that could end a line, or move or colour text. */
    private String shown() {
        if (file.codePoints().allMatch(Place::isVisible)) {
            return file;
        }
        StringBuilder shown = new StringBuilder();
        file.codePoints().forEach(c -> shown.appendCodePoint(isVisible(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
