package io.maskwire.declaration;

import java.util.Map;

/**
 * The service a declaration is about.
 *
 * @param name its namespace and name
 * @param selector the labels of its pods, sorted; {@code app.kubernetes.io/name: NAME} if none are declared
 * @param owner who answers for it, or empty
 * @param place where it was declared
 */
public record Service(ServiceName name, Map<String, String> selector, String owner, Place place) {}
