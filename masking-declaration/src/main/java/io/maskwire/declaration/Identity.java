package io.maskwire.declaration;

import java.util.Optional;

/**
 * How an authenticated caller says which service it is.
 *
 * @param jwtClaim the claim of a validated JWT that names the service, {@code namespace/name} or a name of the own
 *     namespace
 * @param spiffe the pattern of a client certificate's URI, with {@code {namespace}} and {@code {service}}
 */
public record Identity(Optional<String> jwtClaim, Optional<String> spiffe) {}
