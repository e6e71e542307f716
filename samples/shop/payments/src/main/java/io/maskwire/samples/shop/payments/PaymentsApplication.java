package io.maskwire.samples.shop.payments;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Authorises cards: the one service that is sent a card number in clear. */
@SpringBootApplication
public class PaymentsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PaymentsApplication.class, arguments);
    }
}
