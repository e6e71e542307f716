package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the URLs of connections lead, and that nothing else of them is kept. */
class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://anna:hunter-two@Rates.example.com/v1?key=k9        | rates.example.com:443
            http://rates:8080                                          | rates:8080
            jdbc:postgresql://h1:5433,h2/shop?user=anna                | h1:5433 h2:5432
            jdbc:mysql:loadbalance://anna:hunter-two@h1:3307,h2/shop   | h1:3307 h2:3306
            jdbc:aws-wrapper:postgresql://db/shop                      | db:5432
            jdbc:sqlserver://db;user=anna;password=hunter-two          | db:1433
            jdbc:oracle:thin:@//ora/svc                                | ora:1521
            jdbc:oracle:thin:@ora:1522:sid                             | ora:1522
            jdbc:oracle:thin:anna/hunter-two@//ora:1523/svc            | ora:1523
            mongodb://anna:hunter-two@m-0,m-1:27018/x                  | m-0:27017 m-1:27018
            tcp://a:61616,tcp://b:61617                                | a:61616 b:61617
            kafka-0:9092, kafka-1:9093                                 | kafka-0:9092 kafka-1:9093
            """)
    void aTextLeadsToItsHostsAndPortsAlone(String text, String expected) {
        assertThat(String.join(
                        " ",
                        Address.of(text, "").stream()
                                .map(address -> address.host() + ":" + address.port())
                                .toList()))
                .isEqualTo(expected);
        assertThat(Address.of(text, "").toString()).doesNotContain("anna", "hunter", "k9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lb://rates", "tnsalias", "https://", "https://a b", "${RATES}", "a:99999", "//[::1]:80"})
    void whatCannotBeReadForSureIsNothing(String text) {
        assertThat(Address.of(text, "")).isEmpty();
    }

    @Test
    void aPieceOfAPasswordIsNoHost() {
        assertThat(Address.of("amqp://anna:one,two@rabbit:5672", ""))
                .extracting(Address::host)
                .containsExactly("rabbit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:~/x",
                "JDBC:H2:file:/x",
                "jdbc:hsqldb:mem:x",
                "jdbc:hsqldb:x",
                "jdbc:derby:x",
                "jdbc:sqlite:x",
                "jdbc:tc:mysql:9:///x",
                "vm://embedded"
            })
    void aDatabaseInThisProcessLeadsNowhere(String url) {
        assertThat(Address.isInProcess(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://db/x", "jdbc:h2:ssl://db/x", "jdbc:hsqldb:hsql://db", "jdbc:derby://db/x"})
    void aServerIsAnotherProcess(String url) {
        assertThat(Address.isInProcess(url)).isFalse();
    }
}
