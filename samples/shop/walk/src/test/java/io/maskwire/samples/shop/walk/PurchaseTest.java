package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest {

    private static final Path SHOP = Path.of("..");

    private final Purchase purchase = new Purchase(
            "o-1",
            "c-1",
            Map.of(
                    Kind.NAME, "Zoë Müller-Łukasz",
                    Kind.EMAIL, "zoe.mueller@example.com",
                    Kind.PHONE, "+49 30 23125 042",
                    Kind.IBAN, "DE89370400440532013000",
                    Kind.PAN, "4111111111111111"));

    @ParameterizedTest
    @CsvSource({
        "NAME, Zoë Müller-Łukasz",
        "NAME, Z** Łukasz",
        "NAME, Zo\\u00eb M***",
        "NAME, M\\u00FCller",
        "EMAIL, zoe.mueller@example.com",
        "EMAIL, zoe.mueller@***",
        "PHONE, +49 30 23125 042",
        "PHONE, (+49) 30-23125042",
        "IBAN, DE89 3704 0044 0532 0130 00",
        "PAN, 4111 1111 1111 1111",
        "PAN, 4111-1111-1111-1111"
    })
    void aClearValueIsNoticedInAnyPunctuation(Kind kind, String text) {
        assertThat(purchase.clearIn("{\"a\":\"" + text + "\"}")).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[masked]", "Z** M***-Ł***", "z***@example.com", "***1111", "+49 ***42", "DE** **** 3000"})
    void aMaskedValueIsNot(String text) {
        assertThat(purchase.clearIn(text)).isEmpty();
    }

    @Test
    void everyOrderCarriesTheEmailAndPhoneOfItsCustomer() throws IOException {
        List<String> people = Files.readAllLines(SHOP.resolve("shared/people.csv"));
        List<String> orders = Files.readAllLines(SHOP.resolve("shared/orders.csv"));

        assertThat(orders.subList(1, orders.size())).isNotEmpty().allSatisfy(order -> {
            String[] cells = order.split(",");
            assertThat(people)
                    .anySatisfy(person ->
                            assertThat(person.split(",")).startsWith(cells[1]).contains(cells[2], cells[3]));
        });
    }

    @Test
    void itPrintsWithoutItsOriginals() {
        assertThat(purchase).hasToString("o-1");
    }
}
