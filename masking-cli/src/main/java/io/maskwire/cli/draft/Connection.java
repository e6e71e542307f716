package io.maskwire.cli.draft;

import io.maskwire.declaration.Address;
import io.maskwire.declaration.Transport;
import java.util.List;

/**
 * What an application is configured to connect to.
 *
 * @param over what speaks
 * @param addresses where; empty if the files don't tell
 * @param source the setting
 */
record Connection(Transport over, List<Address> addresses, Source source) {}
