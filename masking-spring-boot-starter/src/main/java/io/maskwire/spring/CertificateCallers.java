package io.maskwire.spring;

import io.maskwire.declaration.ServiceName;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the calling service from the client certificate that the container verified. Immutable. */
final class CertificateCallers {

    private static final String VERIFIED = "jakarta.servlet.request.X509Certificate";
    private static final Integer URI_NAME = 6;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    private final Optional<Pattern> pattern;

    CertificateCallers(Optional<String> spiffe) {
        this.pattern = spiffe.map(CertificateCallers::compile);
    }

    private static Pattern compile(String spiffe) {
        String quoted = Pattern.quote(spiffe)
                .replace("{namespace}", "\\E(?<namespace>" + LABEL + ")\\Q")
                .replace("{service}", "\\E(?<service>" + LABEL + ")\\Q");
        return Pattern.compile(quoted);
    }

    /** The caller; anonymous without a certificate or a pattern, unknown if the certificate's name doesn't match. */
    Caller of(HttpServletRequest request) {
        if (pattern.isEmpty() || !(request.getAttribute(VERIFIED) instanceof X509Certificate[] chain)) {
            return Caller.anonymous();
        }
        if (chain.length == 0) {
            return Caller.anonymous();
        }
        List<String> uris = uris(chain[0]);
        // A SPIFFE certificate has exactly one URI; with several it would be open which one counts.
        return uris.size() == 1 ? named(pattern.get().matcher(uris.get(0))) : Caller.unknown();
    }

    private static Caller named(Matcher name) {
        return name.matches()
                ? Caller.service(new ServiceName(name.group("namespace"), name.group("service")))
                : Caller.unknown();
    }

    private static List<String> uris(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> URI_NAME.equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
