package io.maskwire.samples.shop.customers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Knows who the customers are; tells {@code orders} their names and everybody else nothing in clear. */
@SpringBootApplication
public class CustomersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CustomersApplication.class, arguments);
    }
}
