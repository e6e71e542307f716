package io.maskwire.policy;

/** Names with {@code *} for any characters; each piece is searched once from left to right. */
final class Glob {

    private Glob() {}

    static boolean matches(String glob, String name) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return glob.equals(name);
        }
        int lastStar = glob.lastIndexOf('*');
        String tail = glob.substring(lastStar + 1);
        if (name.length() < star + tail.length() || !name.startsWith(glob.substring(0, star)) || !name.endsWith(tail)) {
            return false;
        }
        int at = star;
        int end = name.length() - tail.length();
        for (String piece : glob.substring(star, lastStar + 1).split("\\*")) {
            int found = name.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
