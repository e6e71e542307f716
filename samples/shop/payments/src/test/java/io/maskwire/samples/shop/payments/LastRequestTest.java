package io.maskwire.samples.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LastRequestTest {

    private static final FilterChain READING =
            (request, response) -> request.getInputStream().readAllBytes();
    private static final FilterChain REFUSING = (request, response) -> {};

    private final LastRequest last = new LastRequest();

    @Test
    void keepsTheBytesThatWerePosted() throws ServletException, IOException {
        post("{ \"cardholder\":\"Zo\\u00eb\" }", READING);

        assertThat(last.body()).asString(StandardCharsets.UTF_8).isEqualTo("{ \"cardholder\":\"Zo\\u00eb\" }");
    }

    @Test
    void aRequestNobodyReadLeavesTheLastOne() throws ServletException, IOException {
        post("{\"order\":\"o-1\"}", READING);
        post("{\"order\":\"o-2\"}", REFUSING);

        assertThat(last.body()).asString(StandardCharsets.UTF_8).contains("o-1");
    }

    private void post(String body, FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/authorizations");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        last.doFilter(request, new MockHttpServletResponse(), chain);
    }
}
