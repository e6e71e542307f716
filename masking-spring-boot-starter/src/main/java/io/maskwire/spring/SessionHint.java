package io.maskwire.spring;

import io.maskwire.spi.MaskingSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.FilterProvider;
import tools.jackson.databind.ser.PropertyFilter;

/**
 * Brings the session of one write from a converter to its object writer. Of all that a converter is given for one write,
 * Spring hands only the view and the filters on to the writer, so the session travels as filters and is taken out there.
 */
final class SessionHint extends FilterProvider {

    private static final String KEY = FilterProvider.class.getName();

    private final MaskingSession session;
    private final @Nullable FilterProvider filters;

    private SessionHint(MaskingSession session, @Nullable FilterProvider filters) {
        this.session = session;
        this.filters = filters;
    }

    /** The hints of one write, with the session. */
    static Map<String, Object> in(
            @Nullable Map<String, Object> hints, MaskingSession session, @Nullable FilterProvider usual) {
        Map<String, Object> all = hints == null ? new HashMap<>() : new HashMap<>(hints);
        FilterProvider given = (FilterProvider) all.get(KEY);
        all.put(KEY, new SessionHint(session, given == null ? usual : given));
        return all;
    }

    MaskingSession session() {
        return session;
    }

    /** The filters that were meant. */
    @Nullable
    FilterProvider filters() {
        return filters;
    }

    @Override
    public FilterProvider snapshot() {
        return this;
    }

    @Override
    public PropertyFilter findPropertyFilter(SerializationContext context, Object id, Object value) {
        throw new IllegalStateException("Filters are restored before anything is written");
    }
}
