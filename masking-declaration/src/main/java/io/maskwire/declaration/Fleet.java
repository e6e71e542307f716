package io.maskwire.declaration;

import java.util.Map;

/**
 * What {@code fleet.yml} says about the declarations of an organisation. Immutable.
 *
 * @param name the fleet's name, which marks the policies generated for it
 * @param platform platform peers by name, sorted; {@code dns} is always among them
 */
public record Fleet(String name, Map<String, PlatformPeer> platform) {}
