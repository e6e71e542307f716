package io.maskwire.samples.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class CustomerControllerTest {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .addScript("schema.sql")
            .build();
    private final CustomerController controller = new CustomerController(JdbcClient.create(database));

    @AfterEach
    void shutDown() {
        database.shutdown();
    }

    @Test
    void aCustomerOfTheSeedIsFoundWithTheNameAsWritten() {
        assertThat(controller.customer("c-2").getBody())
                .isEqualTo(new Customer(
                        "c-2", "山田 花子", "hanako.yamada@example.org", "+1 202 555 0143", "GB82WEST12345698765432"));
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        assertThat(controller.customer("c-0").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
