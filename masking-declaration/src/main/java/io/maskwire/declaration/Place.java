package io.maskwire.declaration;

/** Where something was declared; line and column are counted from 1, and 0 if it is about the file as a whole. */
public record Place(String file, int line, int column) {

    /** A file or folder as a whole. */
    public static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ":" + column : file;
    }
}
