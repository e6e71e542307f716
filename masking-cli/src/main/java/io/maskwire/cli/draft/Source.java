package io.maskwire.cli.draft;

/**
 * Where a line of a draft comes from.
 *
 * @param file the file
 * @param line its line, counted from 1
 * @param what a property's key, or an object's kind and name; never a value
 */
record Source(String file, int line, String what) {

    @Override
    public String toString() {
        return file + ":" + line + " " + what;
    }
}
