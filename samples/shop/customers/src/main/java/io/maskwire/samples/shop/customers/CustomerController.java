package io.maskwire.samples.shop.customers;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CustomerController {

    private final JdbcClient database;

    CustomerController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/customers/{id}")
    ResponseEntity<Customer> customer(@PathVariable String id) {
        return ResponseEntity.of(database.sql("select id, name, email, phone, iban from customer where id = ?")
                .param(id)
                .query(Customer.class)
                .optional());
    }
}
