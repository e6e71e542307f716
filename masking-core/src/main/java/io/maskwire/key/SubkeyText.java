package io.maskwire.key;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Exported subkeys as text: a first line with the format, a line {@code purpose tenant=… domain=… extra=… key=…} for each
 * subkey with names as in a URL, and a last line with their number, so that a truncated file is seen.
 */
final class SubkeyText {

    private static final String FORMAT = "maskwire-subkeys-1";
    private static final String END = "end ";

    private SubkeyText() {}

    static String write(Map<SubkeyId, byte[]> subkeys) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        subkeys.forEach((id, key) -> text.append(id.purpose().label())
                .append(" tenant=")
                .append(escaped(id.tenant()))
                .append(" domain=")
                .append(escaped(id.domain()))
                .append(" extra=")
                .append(escaped(id.extra()))
                .append(" key=")
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                .append('\n'));
        return text.append(END).append(subkeys.size()).append('\n').toString();
    }

    /**
     * Reads exported subkeys.
     *
     * @throws IllegalArgumentException that names the line and quotes nothing of it
     */
    static SubkeySet read(String kid, String text) {
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;
        if (last < 1 || !lines.get(0).equals(FORMAT) || !lines.get(last).equals(END + (last - 1))) {
            throw new IllegalArgumentException("is not a whole " + FORMAT + " file");
        }
        Map<SubkeyId, byte[]> subkeys = new LinkedHashMap<>();
        try {
            for (int i = 1; i < last; i++) {
                read(lines.get(i), i + 1, subkeys);
            }
            return new SubkeySet(kid, subkeys);
        } finally {
            subkeys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private static void read(String line, int number, Map<SubkeyId, byte[]> subkeys) {
        String[] parts = line.split(" ", -1);
        try {
            Purpose purpose = Purpose.valueOf(parts[0].toUpperCase(Locale.ROOT));
            SubkeyId id = new SubkeyId(
                    purpose, value(parts[1], "tenant="), value(parts[2], "domain="), value(parts[3], "extra="));
            byte[] key = Base64.getUrlDecoder().decode(value(parts[4], "key="));
            if (parts.length != 5 || key.length != purpose.bytes() || subkeys.put(id, key) != null) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException quotesTheLine) {
            throw new IllegalArgumentException("can't be read in line " + number);
        }
    }

    private static String value(String part, String name) {
        if (!part.startsWith(name)) {
            throw new IllegalArgumentException();
        }
        return URLDecoder.decode(part.substring(name.length()), StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
