package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedactMaskTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL, zoë.müller@example.com, z***@***.com",
        "EMAIL, ab@example.com, ***@***.com",
        "EMAIL, \"a@b\"@example.COM, \"***@***.com",
        "EMAIL, zoë.müller, [masked]",
        "EMAIL, @example.com, [masked]",
        "EMAIL, zoe@localhost, [masked]",
        "EMAIL, zoe@192.0.2.1, [masked]",
        "PHONE, +49 30 901820 12, +***12",
        "PHONE, (030) 90182012, ***12",
        "PHONE, 123456, [masked]",
        "PHONE, 1234567, ***67",
        "PHONE, +123456789012345, +***45",
        "PHONE, +1234567890123456, [masked]",
        "PHONE, 030 90182012 ext. 4, [masked]",
        "PAN, 4111111111111111, 411111******1111",
        "PAN, 4111 1111 1111 1111, 411111******1111",
        "PAN, 378282246310005, 378282******0005",
        "PAN, 6304000000000000000, 630400******0000",
        "PAN, 42222222222222, ******2222",
        "PAN, 422222222222, ******2222",
        "PAN, 42222222222, [masked]",
        "PAN, 63040000000000000000, [masked]",
        "PAN, ４１１１１１１１１１１１１１１１, [masked]",
        "PAN, 4111-1111-1111-111x, [masked]",
        "IBAN, DE02 1203 0000 0000 2020 51, DE****2051",
        "IBAN, de02120300000000202051, DE****2051",
        "IBAN, NO9386011117947, NO****7947",
        "IBAN, NO938601111794, [masked]",
        "IBAN, ZZ00ABCDEFGHIJKLMNOPQRSTUVWXYZ0123, ZZ****0123",
        "IBAN, ZZ00ABCDEFGHIJKLMNOPQRSTUVWXYZ01234, [masked]",
        "IBAN, Z100ABCDEFGHIJKL, [masked]",
        "IBAN, 1Z00ABCDEFGHIJKL, [masked]",
        "IBAN, ZZZ0ABCDEFGHIJKL, [masked]",
        "IBAN, ZZ0ZABCDEFGHIJKL, [masked]",
        "IBAN, ZZ00ABCDEFGHIJK_, [masked]",
        "IBAN, AZ09AZ09AZ09AZ09, AZ****AZ09",
        "IBAN, DE02, [masked]",
        "SSN, 078-05-1120, ***-**-1120",
        "SSN, 78-05-1120, [masked]",
        "NAME, Zoë Müller-Łukasz, Z***",
        "NAME, 山田 花子, 山***",
        "NAME, Bo, [masked]",
        "NAME, B o, [masked]",
        "NAME, B ob, B***",
        "NAME, '\u115f\u1160Bo', [masked]",
        "NAME, '👩‍👩‍👧 family', 👩‍👩‍👧***",
        "IP, 203.0.113.77, 203.0.113.0",
        "IP, 10.0.0.1, 10.0.0.0",
        "IP, 255.255.255.255, 255.255.255.0",
        "IP, 203.0.113.256, [masked]",
        "IP, 203.0.113.777, [masked]",
        "IP, 203.0.x.77, [masked]",
        "IP, 203.0..77, [masked]",
        "IP, 203.0.0001.77, [masked]",
        "IP, 203.0.１.77, [masked]",
        "IP, 2001:db8:0:1:2:3:4:5, 2001:db8:0::",
        "IP, 2001:db8:g:1:2:3:4:5, [masked]",
        "IP, 1:2:3::5:6:7:8, 1:2:3::",
        "IP, 1:2:3:4::5:6:7:8, [masked]",
        "IP, 2001:db8:1:2:3:4:5:6, 2001:db8:1::",
        "IP, 2001:db8::6, 2001:db8:0::",
        "IP, fe80::1%eth0, fe80:0:0::",
        "IP, ::ffff:203.0.113.77, 203.0.113.0",
        "IP, 2001:db8:1:2:3:4:5, [masked]",
        "IP, ::1::2, [masked]",
        "IP, example.com, [masked]",
        "DATE, 1984-02-29, 1984",
        "DATE, 1984-02-29T10:00:00Z, 1984",
        "DATE, 1985-02-29, [masked]",
        "DATE, 29.02.1984, [masked]",
        "POSTCODE_UK, sw1a 1aa, SW1A ***",
        "POSTCODE_UK, M11AE, M1 ***",
        "POSTCODE_UK, 90210, [masked]",
    })
    void showsWhatTheStyleSays(RedactStyle style, String original, String expected) {
        assertThat(mask(Masks.redact().style(style), original)).isEqualTo(expected);
    }

    @Test
    void aStyleHidesAValueOverItsLimit() {
        assertThat(mask(Masks.redact().style(RedactStyle.NAME), "Z" + "o".repeat(1023)))
                .isEqualTo("Z***");
        assertThat(mask(Masks.redact().style(RedactStyle.NAME), "Z" + "o".repeat(1024)))
                .isEqualTo(Masks.MARKER);
    }

    @ParameterizedTest
    @EnumSource
    void aStyleHidesWhatHasNotItsShape(RedactStyle style) {
        assertThat(mask(Masks.redact().style(style), "")).isEqualTo(Masks.MARKER);
        assertThat(mask(Masks.redact().style(style), "1".repeat(5_000))).isEqualTo(Masks.MARKER);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, ****1111",
        "123456789012, ****9012",
        "12345678901, [masked]",
        "1, [masked]",
    })
    void keepsTheEndOnlyWhereAThirdOrLessIsShown(String original, String expected) {
        assertThat(mask(Masks.redact().keepLast(4), original)).isEqualTo(expected);
    }

    @Test
    void keepsCharactersAsPeopleSeeThem() {
        assertThat(mask(Masks.redact().keepFirst(1).keepLast(1), "e\u0301bcdefgh🇩🇪"))
                .isEqualTo("e\u0301****🇩🇪");
    }

    @Test
    void whatIsMoreThanACharacterIsNotShownAsOne() {
        RedactMask name = Masks.redact().style(RedactStyle.NAME);
        String twelve = "e" + "\u0301".repeat(11);

        assertThat(mask(name, twelve + "bc")).isEqualTo(twelve + "***");
        assertThat(mask(name, twelve + "\u0301bc")).isEqualTo(Masks.MARKER);
        for (int hidden : new int[] {0xe0000, 0xe01ef}) {
            assertThat(mask(name, "e" + Character.toString(hidden) + "bcd")).doesNotContain(Character.toString(hidden));
        }
    }

    @Test
    void separatorsNeitherCountNorShow() {
        assertThat(mask(Masks.redact().keepLast(4).separators(" -"), "4111 1111-1111 1111"))
                .isEqualTo("****1111");
        assertThat(mask(Masks.redact().keepLast(2).separators("-"), "-----1-2")).isEqualTo(Masks.MARKER);
    }

    @Test
    void theMaskedPartHasAlwaysTheSameLength() {
        assertThat(mask(Masks.redact(), "a")).isEqualTo(mask(Masks.redact(), "a".repeat(100)));
    }

    @Test
    void hugeCountsDoNotOverflow() {
        RedactMask huge = Masks.redact().keepFirst(Integer.MAX_VALUE).keepLast(Integer.MAX_VALUE);

        assertThat(mask(huge, "4111111111111111")).isEqualTo(Masks.MARKER);
    }

    @Test
    void contradictionsAreRefusedAtTheCall() {
        assertThatThrownBy(() -> Masks.redact().keepLast(4).style(RedactStyle.PAN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A style says all; remove the other options of redact().keepLast(4)");
        assertThatThrownBy(() -> Masks.redact().style(RedactStyle.PAN).keepLast(4))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Masks.redact().keepLast(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keepLast needs 1 or more characters, but was 0");
    }

    @Test
    void printsAsTheCodeThatMadeIt() {
        assertThat(Masks.redact().style(RedactStyle.PAN)).hasToString("redact().style(PAN)");
        assertThat(Masks.redact().keepFirst(1).keepLast(2).separators("-").then(Masks.erase()))
                .hasToString("redact().keepFirst(1).keepLast(2).separators(\"-\").then(erase())");
    }

    @Test
    void equalOptionsMakeEqualMasks() {
        RedactMask mask = Masks.redact().keepFirst(1).keepLast(2).separators("-");

        assertThat(mask)
                .isEqualTo(Masks.redact().separators("-").keepLast(2).keepFirst(1))
                .hasSameHashCodeAs(Masks.redact().separators("-").keepLast(2).keepFirst(1))
                .isNotEqualTo(mask.keepFirst(2))
                .doesNotHaveSameHashCodeAs(mask.keepFirst(2))
                .isNotEqualTo(mask.keepLast(1))
                .isNotEqualTo(mask.separators(" "));
        assertThat(Masks.redact().style(RedactStyle.PAN))
                .isNotEqualTo(Masks.redact().style(RedactStyle.IBAN));
    }

    private static String mask(Mask mask, String original) {
        return mask.mask(original, TestContext.STRING);
    }
}
