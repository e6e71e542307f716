package io.maskwire.spring;

import io.maskwire.spi.Outlet;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Guards what writes answers and reads requests. */
final class ResponseGuard extends ConverterGuard implements ServerHttpMessageConvertersCustomizer {

    private final RequestBodies bodies;

    ResponseGuard(MaskedJson json) {
        super(json, Outlet.HTTP_RESPONSE);
        this.bodies = new RequestBodies(json.engine().policy().writeBack());
    }

    @Override
    public void customize(ServerBuilder builder) {
        builder.configureMessageConvertersList(this::guard);
    }

    @Override
    HttpMessageConverter<?> masking(JacksonJsonHttpMessageConverter converter) {
        return new ResponseJsonConverter(converter, json(), bodies);
    }

    @Override
    HttpMessageConverter<?> form(FormHttpMessageConverter form, JacksonJsonHttpMessageConverter plain) {
        return closedForm(form);
    }
}
