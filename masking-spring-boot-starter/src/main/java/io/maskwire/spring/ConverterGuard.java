package io.maskwire.spring;

import io.maskwire.policy.Mode;
import io.maskwire.spi.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.support.AllEncompassingFormHttpMessageConverter;

/** Sees to it that no converter of a list writes an object past the policy. */
abstract class ConverterGuard {

    private static final Log LOG = LogFactory.getLog("io.maskwire.start");

    private final MaskedJson json;
    private final Outlet outlet;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ConverterGuard(MaskedJson json, Outlet outlet) {
        this.json = json;
        this.outlet = outlet;
    }

    /** Replaces the converters of a list. */
    final void guard(List<HttpMessageConverter<?>> converters) {
        List<HttpMessageConverter<?>> before = List.copyOf(converters);
        converters.replaceAll(converter -> guarded(converter, before));
    }

    private HttpMessageConverter<?> guarded(HttpMessageConverter<?> converter, List<HttpMessageConverter<?>> all) {
        if (converter instanceof Guarded) {
            return converter;
        }
        if (converter.getClass() == JacksonJsonHttpMessageConverter.class) {
            return masking((JacksonJsonHttpMessageConverter) converter);
        }
        if (converter instanceof FormHttpMessageConverter form) {
            return form(form, all);
        }
        return object(converter);
    }

    private HttpMessageConverter<?> object(HttpMessageConverter<?> converter) {
        if (converter instanceof AbstractJacksonHttpMessageConverter<?> jackson) {
            return new ProbingConverter(jackson, json, outlet);
        }
        String name = converter.getClass().getSimpleName();
        if (ObjectWriters.isOne(converter)) {
            return json.engine().mode() == Mode.REPORT ? converter : closed(converter, name);
        }
        String full = converter.getClass().getName();
        if (!full.startsWith("org.springframework.")) {
            tell("Not covered by Maskwire: what " + full + " writes to " + outlet.optionName());
        }
        return converter;
    }

    private HttpMessageConverter<?> closed(HttpMessageConverter<?> converter, String name) {
        tell("Refused by Maskwire: all objects that " + name + " would write to " + outlet.optionName()
                + "; let Jackson write them as JSON");
        return ClosedConverter.of(converter);
    }

    private void tell(String line) {
        // Lists of converters are made again for each client.
        if (told.add(line)) {
            LOG.info(line);
        }
    }

    private HttpMessageConverter<?> form(FormHttpMessageConverter form, List<HttpMessageConverter<?>> all) {
        Optional<JacksonJsonHttpMessageConverter> plain = all.stream()
                .filter(converter -> converter.getClass() == JacksonJsonHttpMessageConverter.class)
                .map(JacksonJsonHttpMessageConverter.class::cast)
                .findFirst();
        boolean usual = form.getClass() == AllEncompassingFormHttpMessageConverter.class;
        return usual && plain.isPresent() ? form(form, plain.get()) : closedForm(form);
    }

    /** Keeps a form converter of the application's own, which then writes no objects but those our JSON may. */
    final HttpMessageConverter<?> closedForm(FormHttpMessageConverter form) {
        form.setPartConverters(parts(form));
        return form;
    }

    /** The converters of parts, dealt with as all are. */
    final List<HttpMessageConverter<?>> parts(FormHttpMessageConverter form) {
        List<HttpMessageConverter<?>> parts = new ArrayList<>(form.getPartConverters());
        guard(parts);
        return parts;
    }

    final MaskedJson json() {
        return json;
    }

    /** The converter that masks JSON in place of this one. */
    abstract HttpMessageConverter<?> masking(JacksonJsonHttpMessageConverter converter);

    /** The converter that writes forms in place of this one. */
    abstract HttpMessageConverter<?> form(FormHttpMessageConverter form, JacksonJsonHttpMessageConverter plain);
}
