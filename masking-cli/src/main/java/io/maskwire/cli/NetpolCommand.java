package io.maskwire.cli;

import picocli.CommandLine.Command;

/** What has to do with network policies. */
@Command(name = "netpol", description = "Kubernetes NetworkPolicies from declarations.")
final class NetpolCommand {}
