package io.maskwire.spring;

import io.maskwire.spi.Outlet;
import java.util.List;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ClientBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Guards what writes requests. */
final class RequestGuard extends ConverterGuard implements ClientHttpMessageConvertersCustomizer {

    private final Outbound outbound;

    RequestGuard(MaskedJson json, Outbound outbound) {
        super(json, Outlet.HTTP_REQUEST);
        this.outbound = outbound;
    }

    @Override
    public void customize(ClientBuilder builder) {
        builder.configureMessageConvertersList(this::guardGoverned);
    }

    /** Guards a list of converters if the declaration says which calls this service makes. */
    void guardGoverned(List<HttpMessageConverter<?>> converters) {
        if (outbound.governs()) {
            guard(converters);
        }
    }

    @Override
    RequestJsonConverter masking(JacksonJsonHttpMessageConverter converter) {
        return new RequestJsonConverter(new SessionJsonConverter(converter, json()), outbound);
    }

    @Override
    HttpMessageConverter<?> form(FormHttpMessageConverter form, JacksonJsonHttpMessageConverter plain) {
        return outbound.enforces() ? new RequestFormConverter(form, parts(form), masking(plain)) : closedForm(form);
    }
}
