package io.maskwire.text;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes synthetic values: sensitive ones in the ways people write them, and others that look alike. */
final class Samples {

    private static final String DIGITS = "0123456789";
    private static final String HEX = "0123456789abcdef";
    private static final String ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + DIGITS;
    private static final List<String> USERS =
            List.of("zoe", "j.smith", "jürgen.groß", "łukasz", "maria+news", "o'neil", "renée_d", "佐藤", "info", "k-99");
    private static final List<String> DOMAINS =
            List.of("example.com", "mail.example.org", "bücher.example", "xn--bcher-kva.example", "example.co.uk");

    /** A country's name, then n for a digit, a for a capital, c for either, as often as the number before says. */
    private static final Map<String, String> IBANS = Map.of(
            "DE",
            "18n",
            "GB",
            "4a14n",
            "FR",
            "10n11c2n",
            "PL",
            "24n",
            "MT",
            "4a5n18c",
            "NL",
            "4a10n",
            "NO",
            "11n",
            "ES",
            "20n",
            "CH",
            "5n12c",
            "AT",
            "16n");

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> items) {
        return items.get(below(items.size()));
    }

    String of(String alphabet, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    String value(Label label) {
        return switch (label) {
            case PAN -> pan();
            case IBAN -> iban();
            case EMAIL -> email();
            case PHONE -> phone();
            case IP -> below(3) == 0 ? ipv6() : ipv4();
            case SSN -> ssn();
            case SECRET -> secret();
            case URL_USER -> oneOf(USERS).replace("'", "") + ":" + of(ALNUM, 8 + below(8));
            case NAMED_VALUE -> of(ALNUM + "!$*_-", 6 + below(12));
        };
    }

    private String pan() {
        String body = switch (below(8)) {
            case 0 -> "34" + of(DIGITS, 12);
            case 1 -> "5" + (1 + below(5)) + of(DIGITS, 13);
            case 2 -> "2" + (300 + below(400)) + of(DIGITS, 11);
            case 3 -> "6011" + of(DIGITS, 11);
            case 4 -> "36" + of(DIGITS, 11);
            case 5 -> "62" + of(DIGITS, 16);
            case 6 -> "50" + of(DIGITS, 9);
            default -> "4" + of(DIGITS, 14);
        };
        String number = withLuhn(body);
        int style = below(20);
        if (style == 0) {
            return grouped(number, 4, ".");
        }
        return style < 8 ? number : grouped(number, 4, style < 14 ? " " : style < 18 ? "-" : "\u00a0");
    }

    static String withLuhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? 2 * digit : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String grouped(String text, int size, String gap) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < text.length(); i += size) {
            grouped.append(i == 0 ? "" : gap).append(text, i, Math.min(text.length(), i + size));
        }
        return grouped.toString();
    }

    private String iban() {
        String country = oneOf(IBANS.keySet().stream().sorted().toList());
        StringBuilder account = new StringBuilder();
        String form = IBANS.get(country);
        for (int i = 0, count = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isDigit(c)) {
                count = 10 * count + c - '0';
                continue;
            }
            // Where letters may stand there mostly are digits.
            account.append(c == 'a' ? of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count) : of(DIGITS, count));
            count = 0;
        }
        String iban = country + checkDigits(country, account.toString()) + account;
        return switch (below(10)) {
            case 0 -> iban.toLowerCase(Locale.ROOT);
            case 1, 2, 3, 4 -> grouped(iban, 4, " ");
            case 5 -> grouped(iban, 4, "-");
            default -> iban;
        };
    }

    static String checkDigits(String country, String account) {
        StringBuilder number = new StringBuilder();
        (account + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        return String.format(
                Locale.ROOT,
                "%02d",
                98
                        - new BigInteger(number.toString())
                                .mod(BigInteger.valueOf(97))
                                .intValue());
    }

    private String email() {
        String user = oneOf(USERS);
        String domain = oneOf(DOMAINS);
        return switch (below(20)) {
            case 0 -> user + " (at) " + domain;
            case 1, 2 -> user + "%40" + domain;
            default -> user + (below(3) == 0 ? "." + below(100) : "") + "@" + domain;
        };
    }

    private String phone() {
        String number = switch (below(6)) {
            case 0 -> "+1" + oneOf(List.of("-202-555-01", " (202) 555-01", "20255501")) + of(DIGITS, 2);
            case 1 -> "+44 20 7946 0" + of(DIGITS, 3);
            case 2 -> "+49" + oneOf(List.of(" (0)", " ", "")) + "30 23125 " + of(DIGITS, 3);
            case 3 -> "+33 1 99 00 " + of(DIGITS, 2) + " " + of(DIGITS, 2);
            case 4 -> "+48 22 555 " + of(DIGITS, 2) + " " + of(DIGITS, 2);
            default -> "+8135550" + of(DIGITS, 4);
        };
        return below(20) == 0 ? "00" + number.substring(1) : number;
    }

    private String ipv4() {
        return oneOf(List.of("203.0.113.", "198.51.100.", "192.0.2.", "10.1.2.")) + below(256);
    }

    private String ipv6() {
        return switch (below(4)) {
            case 0 -> "2001:db8::" + of(HEX, 1 + below(4));
            case 1 -> "fe80::" + of(HEX, 4) + ":" + of(HEX, 4) + "%eth0";
            case 2 -> "::ffff:" + ipv4();
            default ->
                "2001:0db8:" + of(HEX, 4) + ":" + of(HEX, 4) + ":" + of(HEX, 4) + ":" + of(HEX, 4) + ":" + of(HEX, 4)
                        + ":" + of(HEX, 4);
        };
    }

    private String ssn() {
        String gap = below(4) == 0 ? " " : "-";
        String area = String.format(Locale.ROOT, "%03d", 100 + below(500));
        String serial = String.format(Locale.ROOT, "%02d" + gap + "%04d", 1 + below(99), 1 + below(9999));
        return below(20) == 0 ? (area + serial).replace(gap, "") : area + gap + serial;
    }

    private String secret() {
        return switch (below(11)) {
            case 0 -> "AKIA" + of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
            case 1 -> "ghp_" + of(ALNUM, 36);
            case 2 -> "xox" + "b-" + of(DIGITS, 12) + "-" + of(ALNUM, 24);
            case 3 -> "sk_" + "live_" + of(ALNUM, 24);
            case 4 -> "AIza" + of(ALNUM + "_-", 35);
            case 5 -> "glpat-" + of(ALNUM + "_-", 20);
            case 6 -> "npm_" + of(ALNUM, 36);
            case 7 -> "SG." + of(ALNUM, 22) + "." + of(ALNUM, 43);
            case 8 -> of(ALNUM, 32);
            default -> jwt();
        };
    }

    private String jwt() {
        String header = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        return header + "." + base64("{\"sub\":\"" + of(DIGITS, 8) + "\"}") + "." + of(ALNUM + "_-", 43);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Something that is not sensitive, and may look as if it were. */
    String harmless() {
        return switch (below(24)) {
            case 0 -> "A-" + of(DIGITS, 8);
            case 1 -> of(DIGITS, 10 + below(9));
            case 2 -> "17" + of(DIGITS, 11);
            case 3 -> "2026-11-" + (10 + below(20)) + "T0" + below(10) + ":1" + below(10) + ":30.123Z";
            case 4 -> "2026-11-" + (10 + below(20)) + " 0" + below(10) + ":1" + below(10) + ":30+0100";
            case 5 -> below(10) + "." + below(30) + "." + below(30);
            case 6 -> "v" + below(10) + "." + below(30) + "." + below(30) + "." + below(30);
            case 7 -> "10.0." + (10000 + below(9000)) + "." + below(4000);
            case 8 -> of(HEX, 40);
            case 9 -> of(HEX, 8) + "-" + of(HEX, 4) + "-4" + of(HEX, 3) + "-a" + of(HEX, 3) + "-" + of(HEX, 12);
            case 10 -> "978-3-" + of(DIGITS, 4) + "-" + of(DIGITS, 4) + "-" + below(10);
            case 11 -> "52." + of(DIGITS, 6) + ", 13." + of(DIGITS, 6);
            case 12 ->
                of(HEX, 2) + ":" + of(HEX, 2) + ":" + of(HEX, 2) + ":" + of(HEX, 2) + ":" + of(HEX, 2) + ":"
                        + of(HEX, 2);
            case 13 -> (1 + below(999)) + "." + of(DIGITS, 3) + ",00 €";
            case 14 -> "std::vector<int>::at";
            case 15 -> "icon@2x.png";
            case 16 -> "sha256:" + of(HEX, 64);
            case 17 -> "io.maskwire.orders.OrderService$Builder@" + of(HEX, 8);
            case 18 -> "1." + below(10) + "e+" + (10 + below(20));
            case 19 -> of(DIGITS, 3) + "-" + of(DIGITS, 7) + "-" + of(DIGITS, 7);
            case 20 -> "https://example.com/a/" + of(DIGITS, 6) + "?page=" + below(100) + "#t=" + below(60);
            case 21 -> "666-" + of(DIGITS, 2) + "-" + of(DIGITS, 4);
            case 22 -> "0." + of(DIGITS, 15);
            default -> "1" + of(DIGITS, 18);
        };
    }
}
