package io.maskwire.cli.draft;

import java.util.Locale;
import java.util.Map;

/** Makes names that a declaration takes. */
final class Names {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PORT = 15;

    private Names() {}

    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    }

    static boolean isPort(String text) {
        return text.length() <= LONGEST_PORT && text.matches("(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    }

    /** A DNS label out of any text. */
    static String label(String text) {
        return made(text, LONGEST_LABEL, "service");
    }

    /** A port's name out of any text. */
    static String port(String text) {
        String name = made(text.replaceAll("-+", "-"), LONGEST_PORT, "port");
        return isPort(name) ? name : "port";
    }

    private static String made(String text, int longest, String otherwise) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+", "");
        String cut = plain.substring(0, Math.min(plain.length(), longest)).replaceAll("-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }

    /** The name, or with a number behind it if it is taken. */
    static String free(String name, Map<String, ?> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            String end = "-" + i;
            int most = (isPort(name) ? LONGEST_PORT : LONGEST_LABEL) - end.length();
            free = name.substring(0, Math.min(name.length(), most)).replaceAll("-+$", "") + end;
        }
        return free;
    }
}
