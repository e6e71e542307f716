package io.maskwire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of key that begins in a way nothing else does, as its issuer documents it.
 *
 * @param prefix how it begins
 * @param fewest how many characters follow at least
 * @param body which
 */
record KeyShape(String prefix, int fewest, Body body) {

    /** The characters of a key after its prefix. */
    enum Body {
        CAPITALS_AND_DIGITS,
        HEX,
        LETTERS_AND_DIGITS,
        TOKEN;

        boolean has(int c) {
            return switch (this) {
                case CAPITALS_AND_DIGITS -> Chars.digit(c) || c >= 'A' && c <= 'Z';
                case HEX -> Chars.hex(c);
                case LETTERS_AND_DIGITS -> Chars.token(c) && c != '_' && c != '-';
                case TOKEN -> Chars.token(c);
            };
        }
    }

    /** How the header of a JSON Web Token begins: a brace and a quote in base64. */
    static final String JWT = "eyJ";

    private static final int ASCII = 0x80;
    private static final KeyShape[][] BY_FIRST = byFirst(List.of(
            // AWS access key ids
            new KeyShape("AKIA", 16, Body.CAPITALS_AND_DIGITS),
            new KeyShape("ASIA", 16, Body.CAPITALS_AND_DIGITS),
            new KeyShape("ABIA", 16, Body.CAPITALS_AND_DIGITS),
            new KeyShape("ACCA", 16, Body.CAPITALS_AND_DIGITS),
            // GitHub
            new KeyShape("ghp_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("gho_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("ghu_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("ghs_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("ghr_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("github_pat_", 36, Body.TOKEN),
            // GitLab
            new KeyShape("glpat-", 20, Body.TOKEN),
            new KeyShape("gldt-", 20, Body.TOKEN),
            new KeyShape("glrt-", 20, Body.TOKEN),
            new KeyShape("glptt-", 40, Body.TOKEN),
            new KeyShape("glcbt-", 20, Body.TOKEN),
            new KeyShape("glft-", 20, Body.TOKEN),
            new KeyShape("glffct-", 20, Body.TOKEN),
            new KeyShape("glimt-", 20, Body.TOKEN),
            new KeyShape("glagent-", 40, Body.TOKEN),
            new KeyShape("gloas-", 40, Body.TOKEN),
            new KeyShape("glsoat-", 20, Body.TOKEN),
            new KeyShape("GR1348941", 20, Body.TOKEN),
            // Slack
            new KeyShape("xoxa-", 10, Body.TOKEN),
            new KeyShape("xoxb-", 10, Body.TOKEN),
            new KeyShape("xoxe-", 10, Body.TOKEN),
            new KeyShape("xoxo-", 10, Body.TOKEN),
            new KeyShape("xoxp-", 10, Body.TOKEN),
            new KeyShape("xoxr-", 10, Body.TOKEN),
            new KeyShape("xoxs-", 10, Body.TOKEN),
            new KeyShape("xapp-", 10, Body.TOKEN),
            // Stripe; pk_ is made to be public
            new KeyShape("sk_live_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("sk_test_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("sk_prod_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("rk_prod_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("rk_live_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("rk_test_", 10, Body.LETTERS_AND_DIGITS),
            new KeyShape("whsec_", 20, Body.LETTERS_AND_DIGITS),
            // Google
            new KeyShape("AIza", 35, Body.TOKEN),
            new KeyShape("GOCSPX-", 20, Body.TOKEN),
            new KeyShape("ya29.", 20, Body.TOKEN),
            // npm, PyPI, Docker, Hugging Face
            new KeyShape("npm_", 36, Body.LETTERS_AND_DIGITS),
            new KeyShape("pypi-AgE", 40, Body.TOKEN),
            new KeyShape("dckr_pat_", 20, Body.TOKEN),
            new KeyShape("hf_", 30, Body.LETTERS_AND_DIGITS),
            new KeyShape("api_org_", 30, Body.LETTERS_AND_DIGITS),
            // SendGrid, Twilio, Shopify, DigitalOcean, Databricks, HashiCorp Vault
            new KeyShape("SG.", 20, Body.TOKEN),
            new KeyShape("SK", 32, Body.HEX),
            new KeyShape("shpat_", 32, Body.HEX),
            new KeyShape("shpss_", 32, Body.HEX),
            new KeyShape("shpca_", 32, Body.HEX),
            new KeyShape("shppa_", 32, Body.HEX),
            new KeyShape("dop_v1_", 64, Body.HEX),
            new KeyShape("doo_v1_", 64, Body.HEX),
            new KeyShape("dor_v1_", 64, Body.HEX),
            new KeyShape("dapi", 32, Body.HEX),
            new KeyShape("hvs.", 20, Body.TOKEN),
            new KeyShape("hvb.", 20, Body.TOKEN),
            // OpenAI, Anthropic
            new KeyShape("sk-proj-", 20, Body.TOKEN),
            new KeyShape("sk-svcacct-", 20, Body.TOKEN),
            new KeyShape("sk-admin-", 20, Body.TOKEN),
            new KeyShape("sk-ant-", 20, Body.TOKEN),
            new KeyShape("sk-", 40, Body.LETTERS_AND_DIGITS)));

    private static final boolean[] FIRST_TWO = firstTwo();

    private static boolean[] firstTwo() {
        boolean[] firstTwo = new boolean[ASCII * ASCII];
        firstTwo[JWT.charAt(0) * ASCII + JWT.charAt(1)] = true;
        for (KeyShape[] shapes : BY_FIRST) {
            for (KeyShape shape : shapes) {
                firstTwo[shape.prefix.charAt(0) * ASCII + shape.prefix.charAt(1)] = true;
            }
        }
        return firstTwo;
    }

    /** False if nothing begins with these two characters of ASCII. */
    static boolean mayBegin(byte first, byte second) {
        return FIRST_TWO[first * ASCII + second];
    }

    private static KeyShape[][] byFirst(List<KeyShape> shapes) {
        List<List<KeyShape>> lists = new ArrayList<>();
        for (int i = 0; i < ASCII; i++) {
            lists.add(new ArrayList<>());
        }
        shapes.forEach(shape -> lists.get(shape.prefix.charAt(0)).add(shape));
        return lists.stream().map(list -> list.toArray(KeyShape[]::new)).toArray(KeyShape[][]::new);
    }

    /** Whether a key begins here. */
    static boolean at(TextScan text, int start) {
        int first = text.at(start);
        if (first >= BY_FIRST.length) {
            return false;
        }
        for (KeyShape shape : BY_FIRST[first]) {
            if (text.is(start, shape.prefix) && shape.body(text, start + shape.prefix.length()) >= shape.fewest) {
                return true;
            }
        }
        return false;
    }

    /** How many characters of the body stand here, if no more than are needed to know. */
    private int body(TextScan text, int start) {
        int count = 0;
        while (count < fewest && body.has(text.at(start + count))) {
            count++;
        }
        return count;
    }
}
