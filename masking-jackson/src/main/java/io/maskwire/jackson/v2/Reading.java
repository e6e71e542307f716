package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.jackson.scope.AcceptMasked;
import io.maskwire.jackson.scope.OriginalsFor;
import io.maskwire.jackson.scope.Posted;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Mode;
import io.maskwire.spi.DeclaredSender;
import io.maskwire.spi.MaskingEngine;

/** What reading with one mapper needs. For many threads. */
record Reading(MaskingEngine engine, OriginalsFor originals) {

    /** True if nothing is refused or hidden. */
    boolean reports() {
        return engine.mode() == Mode.REPORT;
    }

    /** What is known about the document being read. */
    Posted posted(DeserializationContext context) {
        if (context.getAttribute(Posted.class) instanceof Posted known) {
            return known;
        }
        Object audience = context.getAttribute(Audience.class);
        boolean accepted = context.getAttribute(AcceptMasked.class) != null
                || audience == null && isConversion(context.getParser());
        Posted posted = new Posted(
                engine,
                audience instanceof Audience known ? known : null,
                accepted,
                originals.with(context::getAttribute),
                context.getAttribute(DeclaredSender.class) instanceof DeclaredSender sender ? sender : null);
        context.setAttribute(Posted.class, posted);
        return posted;
    }

    /** True for {@code convertValue}: what stays in the process was not masked. */
    private static boolean isConversion(JsonParser parser) {
        return parser != null && parser.getClass().getEnclosingClass() == TokenBuffer.class;
    }
}
