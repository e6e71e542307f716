package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "'', 80000000000000000000000000000000",
        "abc, 61626380000000000000000000000000",
        "é, c3a98000000000000000000000000000",
        "0123456789abcde, 30313233343536373839616263646580",
        "0123456789abcdef, 3031323334353637383961626364656680000000000000000000000000000000",
    })
    void aTextIsPaddedToABlockWithOneByteAtLeast(String text, String padded) {
        assertThat(Utf8.padded(text)).isEqualTo(HexFormat.of().parseHex(padded));
        assertThat(Utf8.unpadded(HexFormat.of().parseHex(padded))).isEqualTo(text);
        assertThat(Utf8.isPadded(HexFormat.of().parseHex(padded))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000000000000000000000000000",
                "61000000000000000000000000000000",
                "616263",
                // A whole block of zeroes behind the end: a shorter padding would do.
                "8000000000000000000000000000000000",
                "6180000000000000000000000000000000000000000000000000000000000000",
            })
    void otherBytesAreNotPadded(String bytes) {
        assertThat(Utf8.isPadded(HexFormat.of().parseHex(bytes))).isFalse();
        assertThat(Utf8.unpadded(HexFormat.of().parseHex(bytes))).isNull();
    }

    @Test
    void malformedBytesAreNoText() {
        assertThat(Utf8.unpadded(HexFormat.of().parseHex("c3280000800000000000000000000000")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83d\ud83d\ude00", "\ude00\ud83d", "\ud83dx"})
    void aSurrogateWithoutItsPairIsRefused(String text) {
        assertThatThrownBy(() -> Utf8.of(text)).hasMessageContaining("unpaired surrogate");
    }

    @Test
    void pairsAreTaken() {
        assertThat(Utf8.of("😀é😀")).asHexString().isEqualTo("F09F9880C3A9F09F9880");
    }

    @Test
    void whatIsNoPlainAsciiIsWhatTheJdkWrites() {
        for (String text : List.of("", "a\u007f", "\u0080", "aéb", "a?b", "?", "ı?", "1ı3", "\uffff", "?😀")) {
            assertThat(Utf8.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "😀\ud83d"})
    void halfAPairIsRefused(String text) {
        assertThatThrownBy(() -> Utf8.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "@", ">", "\u007f", "\u0080", "é", "ÿ", "Ā", "ż", "\u3f3f", "\u0000", "😀"})
    void aCharacterIsTheSameWhereverItStands(String character) {
        for (int length = 0; length <= 24; length++) {
            for (int at = 0; at <= length; at++) {
                String text = "x".repeat(at) + character + "@".repeat(length - at);
                assertThat(Utf8.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aSurrogateWithoutItsPairIsRefusedWhereverItStands() {
        for (int at = 0; at <= 24; at++) {
            String text = "?".repeat(at) + "\ud83d" + "x".repeat(24 - at);
            assertThatThrownBy(() -> Utf8.of(text)).hasMessageContaining("unpaired surrogate");
        }
    }
}
