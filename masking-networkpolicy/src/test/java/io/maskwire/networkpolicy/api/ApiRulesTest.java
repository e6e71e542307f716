package io.maskwire.networkpolicy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is checked by hand says the same as the patterns of the API server's own source. */
class ApiRulesTest {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String[] PIECES = {"a", "z", "A", "Z", "0", "9", "-", "_", ".", "/", "--", "é", "ı", "\n", " "
    };

    private static void agrees(Predicate<String> rule, String pattern, int longest) {
        Pattern second = Pattern.compile(pattern);
        Random random = new Random(4711);
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = text(random, i % 50 == 0 ? longest + random.nextInt(3) - 1 : random.nextInt(9));
            boolean expected = text.length() <= longest && second.matcher(text).matches();
            assertThat(rule.test(text)).as(text).isEqualTo(expected);
            taken += expected ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(1_000);
    }

    /** Mostly what a name may have, so that many are taken. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(4) == 0 ? PIECES.length : 6;
        while (text.length() < length) {
            text.append(
                    pieces == 6 ? PIECES[random.nextInt(2) * 4 + random.nextInt(2)] : PIECES[random.nextInt(pieces)]);
        }
        return text.toString();
    }

    @Test
    void dnsLabels() {
        agrees(ApiRules::isDnsLabel, LABEL, 63);
    }

    @Test
    void dnsSubdomains() {
        agrees(ApiRules::isDnsSubdomain, LABEL + "(\\." + LABEL + ")*", 253);
    }

    @Test
    void labelValues() {
        agrees(ApiRules::isLabelValue, "(" + QUALIFIED + ")?", 63);
    }

    @Test
    void labelKeys() {
        agrees(text -> ApiRules.isLabelKey("a.b/" + text) && ApiRules.isLabelKey(text), QUALIFIED, 63);
    }

    @Test
    void portNames() {
        agrees(ApiRules::isPortName, "(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*", 15);
    }
}
