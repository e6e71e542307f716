package io.maskwire.cli;

import picocli.CommandLine.Command;

/** What has to do with keys. */
@Command(name = "keys", description = "Keys for masks that need one.")
final class KeysCommand {}
