package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "orders", "orders-2", "a--b", "4711"})
    void takesLabels(String name) {
        assertThat(Names.isLabel(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a_b", "a b", "ä", "ı", "a\n", "\na"})
    void refusesOtherLabels(String name) {
        assertThat(Names.isLabel(name)).isFalse();
        assertThat(Names.isService("shop/" + name)).isFalse();
        assertThat(Names.isService(name + "/orders")).isFalse();
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(Names.isLabel("a".repeat(63))).isTrue();
        assertThat(Names.isLabel("a".repeat(64))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "http", "http-2", "1a", "a23456789012345", "8443-tls"})
    void takesPortNames(String name) {
        assertThat(Names.isPortName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8443", "http--2", "-http", "http-", "a234567890123456", "HTTP", "ht_tp", "1-2", "http\n"})
    void refusesOtherPortNames(String name) {
        assertThat(Names.isPortName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "App_1.b-c", "app.kubernetes.io/name", "a/b", "1/1"})
    void takesLabelKeys(String key) {
        assertThat(Names.isLabelKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "a/", "/a", "a/b/c", "A.io/name", "-a", "a-", "a..b/c", "ä", "a b", "a_b/c", "a=b"})
    void refusesOtherLabelKeys(String key) {
        assertThat(Names.isLabelKey(key)).isFalse();
    }

    @Test
    void aLabelKeyHasAtMost253And63Characters() {
        assertThat(Names.isLabelKey("a".repeat(253) + "/" + "b".repeat(63))).isTrue();
        assertThat(Names.isLabelKey("a".repeat(254) + "/b")).isFalse();
        assertThat(Names.isLabelKey("b".repeat(64))).isFalse();
    }

    @Test
    void aLabelValueMayBeEmptyAndHasAtMost63Characters() {
        assertThat(Names.isLabelValue("")).isTrue();
        assertThat(Names.isLabelValue("v1.0_B-c")).isTrue();
        assertThat(Names.isLabelValue("v".repeat(64))).isFalse();
        assertThat(Names.isLabelValue("-v")).isFalse();
        assertThat(Names.isLabelValue("a b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "smtp.mail.example", "xn--kln-sna.example", "203.0.113.25", "1.example", "a-b.c"})
    void takesHosts(String host) {
        assertThat(Names.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example.",
                ".example",
                "a..b",
                "Mail.example",
                "köln.example",
                "a_b.example",
                "203.0.113.256",
                "203.0.113",
                "0x7f.1",
                "1",
                "*.example",
                "mail.example:25",
                "https://mail.example",
                "[::1]",
                "a-.b"
            })
    void refusesOtherHosts(String host) {
        assertThat(Names.isHost(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\u0085b",
                "a\u2028b",
                "a\u202eb",
                "a\u200bb",
                "a\tb",
                "a\u0000",
                "\ud83d",
                "\ue000"
            })
    void aSentenceIsOneLineOfVisibleCharacters(String text) {
        assertThat(Names.isSentence(text)).isFalse();
        assertThat(Names.isWord(text)).isFalse();
    }

    @Test
    void aWordHasNoSpace() {
        assertThat(Names.isSentence("Zoë Müller, 🚀")).isTrue();
        assertThat(Names.isWord("Zoë")).isTrue();
        assertThat(Names.isWord("a b")).isFalse();
        assertThat(Names.isWord("a\u00a0b")).isFalse();
        assertThat(Names.isWord("a\u3000b")).isFalse();
    }
}
