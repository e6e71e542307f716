package io.maskwire.spring;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this service's network policies are compiled beside.
 *
 * @param declarations Declarations of the services it talks to, and folders with them and their fleet.yml.
 */
@ConfigurationProperties("masking.network-policy")
record NetworkPolicyProperties(@DefaultValue List<Path> declarations) {}
