package io.maskwire.samples.shop.payments;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuthorizationController {

    private final LastRequest last;

    AuthorizationController(LastRequest last) {
        this.last = last;
    }

    @PostMapping("/authorizations")
    Authorization authorize(@RequestBody PaymentRequest request) {
        String status = Luhn.holds(request.cardNumber()) ? "approved" : "declined";
        return new Authorization("a-" + request.order(), status, request.cardNumber());
    }

    /** For the sample only: the body of the last authorisation, byte for byte as it arrived here. */
    @GetMapping(path = "/authorizations/last", produces = MediaType.TEXT_PLAIN_VALUE)
    byte[] lastAsReceived() {
        return last.body();
    }
}
