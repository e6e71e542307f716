package io.maskwire.declaration;

/** Where something was declared; line and column are counted from 1. */
public record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
