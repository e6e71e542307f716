package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that SWIFT's IBAN registry gives for its countries (release 103), none of which is an account. */
class IbansTest {

    private static final TextMasker MASKER = Masking.of(MaskingPolicy.builder()
                    .dataClass("iban", Masks.redact().style(RedactStyle.IBAN))
                    .build())
            .text();

    private static String masked(String text) {
        return MASKER.mask(text, Audience.anonymous());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD1200012030200359100100",
                "AE070331234567890123456",
                "AL47212110090000000235698741",
                "AT611904300234573201",
                "AZ21NABZ00000000137010001944",
                "BA391290079401028494",
                "BE68539007547034",
                "BG80BNBG96611020345678",
                "BH67BMAG00001299123456",
                "BI4210000100010000332045181",
                "BR1800360305000010009795493C1",
                "BY13NBRB3600900000002Z00AB00",
                "CH9300762011623852957",
                "CR05015202001026284066",
                "CY17002001280000001200527600",
                "CZ6508000000192000145399",
                "DE89370400440532013000",
                "DJ2100010000000154000100186",
                "DK5000400440116243",
                "DO28BAGR00000001212453611324",
                "EE382200221020145685",
                "EG380019000500000000263180002",
                "ES9121000418450200051332",
                "FI2112345600000785",
                "FK88SC123456789012",
                "FO6264600001631634",
                "FR1420041010050500013M02606",
                "GB29NWBK60161331926819",
                "GE29NB0000000101904917",
                "GI75NWBK000000007099453",
                "GL8964710001000206",
                "GR1601101250000000012300695",
                "GT82TRAJ01020000001210029690",
                "HN88CABF00000000000250005469",
                "HR1210010051863000160",
                "HU42117730161111101800000000",
                "IE29AIBK93115212345678",
                "IL620108000000099999999",
                "IQ98NBIQ850123456789012",
                "IS140159260076545510730339",
                "IT60X0542811101000000123456",
                "JO94CBJO0010000000000131000302",
                "KW81CBKU0000000000001234560101",
                "KZ86125KZT5004100100",
                "LB62099900000001001901229114",
                "LC55HEMM000100010012001200023015",
                "LI21088100002324013AA",
                "LT121000011101001000",
                "LU280019400644750000",
                "LV80BANK0000435195001",
                "LY83002048000020100120361",
                "MC5811222000010123456789030",
                "MD24AG000225100013104168",
                "ME25505000012345678951",
                "MK07250120000058984",
                "MN121234123456789123",
                "MR1300020001010000123456753",
                "MT84MALT011000012345MTLCAST001S",
                "MU17BOMM0101101030300200000MUR",
                "NI45BAPR00000013000003558124",
                "NL91ABNA0417164300",
                "NO9386011117947",
                "OM810180000001299123456",
                "PK36SCBL0000001123456702",
                "PL61109010140000071219812874",
                "PS92PALS000000000400123456702",
                "PT50000201231234567890154",
                "QA58DOHB00001234567890ABCDEFG",
                "RO49AAAA1B31007593840000",
                "RS35260005601001611379",
                "RU0304452522540817810538091310419",
                "SA0380000000608010167519",
                "SC18SSCB11010000000000001497USD",
                "SD2129010501234001",
                "SE4550000000058398257466",
                "SI56263300012039086",
                "SK3112000000198742637541",
                "SM86U0322509800000000270100",
                "SO211000001001000100141",
                "ST23000100010051845310146",
                "SV62CENR00000000000000700025",
                "TL380080012345678910157",
                "TN5910006035183598478831",
                "TR330006100519786457841326",
                "UA213223130000026007233566001",
                "VA59001123000012345678",
                "VG96VPVG0000012345678901",
                "XK051212012345678906",
                "YE15CBYE0001018861234567891234"
            })
    void theExampleOfEachCountryIsFoundHoweverItIsWritten(String iban) {
        String printed = iban.replaceAll("(.{4})(?=.)", "$1 ");
        String expected = "to " + iban.substring(0, 2) + "****" + iban.substring(iban.length() - 4) + ", now";

        assertThat(masked("to " + iban + ", now")).isEqualTo(expected);
        assertThat(masked("to " + printed + ", now")).isEqualTo(expected);
    }

    /** Formats of the registry: n for digits, a for capitals, c for either, of which capitals are the harder to find. */
    @ParameterizedTest
    @CsvSource({
        "MT, aaaannnnncccccccccccccccccc",
        "FR, nnnnnnnnnncccccccccccnn",
        "LU, nnnccccccccccccc",
        "KW, aaaacccccccccccccccccccccc",
        "GT, cccccccccccccccccccccccc",
        "LC, aaaacccccccccccccccccccccccc",
        "LV, aaaaccccccccccccc",
        "SA, nncccccccccccccccccc"
    })
    void anAccountOfLettersIsFoundWhereverItStands(String country, String format) {
        Random random = new Random(20261123);
        for (int before = 0; before < 24; before++) {
            String iban = iban(country, filled(format, random));
            String grouped = iban.replaceAll(".{4}(?=.)", "$0 ");
            String text = "där ist es, ŸŸ Übung ÀÉ ".substring(24 - before);

            assertThat(masked(text + iban + " and more")).doesNotContain(iban.substring(4, 12));
            assertThat(masked(text + iban)).doesNotContain(iban.substring(4, 12));
            assertThat(masked(text + grouped + " and more")).doesNotContain(grouped.substring(5, 14));
            assertThat(masked(text + grouped)).doesNotContain(grouped.substring(5, 14));
        }
    }

    private static String filled(String format, Random random) {
        return format.chars()
                .mapToObj(c -> String.valueOf((char) (c == 'n' ? '0' + random.nextInt(10) : 'A' + random.nextInt(26))))
                .collect(Collectors.joining());
    }

    /** With the check digits of ISO/IEC 7064, mod 97-10. */
    private static String iban(String country, String account) {
        String digits = (account + country + "00")
                .chars()
                .mapToObj(c -> Integer.toString(Character.digit(c, 36)))
                .collect(Collectors.joining());
        int check = 98 - new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue();
        return country + check / 10 + check % 10 + account;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OM820180000001299123456",
                "OM81018000000129912345",
                "RU0404452522540817810538091310419",
                "RU030445252254081781053809131041",
                "SD2229010501234001",
                "SD212901050123400",
                "SO221000001001000100141",
                "SO21100000100100010014",
                "YE16CBYE0001018861234567891234",
                "YE15CBYE000101886123456789123"
            })
    void whatDoesNotCheckOrIsShorterIsNone(String text) {
        assertThat(masked("to " + text + ", now")).doesNotContain("****" + text.substring(text.length() - 4));
    }
}
