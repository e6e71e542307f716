package io.maskwire.spring;

import io.maskwire.declaration.Address;
import io.maskwire.declaration.ConfiguredConnection;
import io.maskwire.declaration.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects connections, each once: by the first setting that leads there. Keeps nothing of a URL but host and port. */
final class FoundConnections {

    /** Several URLs in one, as brokers have them: {@code failover:(tcp://a:61616,tcp://b:61616)?randomize=false}. */
    private static final Pattern LIST = Pattern.compile("^(?:[a-z]+:(?://)?)?\\(([^()]*)\\).*$");

    private record Place(Transport over, String host, int port) {}

    private final Map<Place, ConfiguredConnection> found = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    /**
     * Adds where a text leads; nothing if it is empty or stays in this process.
     *
     * @param scheme the scheme of a text without one; or empty
     */
    void add(String source, Transport over, String scheme, @Nullable String text) {
        String plain = text == null ? "" : LIST.matcher(text.strip()).replaceFirst("$1");
        if (plain.isEmpty() || Address.isInProcess(plain)) {
            return;
        }
        List<Address> addresses = Address.of(plain, scheme);
        if (addresses.isEmpty()) {
            unread(source, "its host and port can't be told for sure");
        }
        for (Address address : addresses) {
            found.putIfAbsent(
                    new Place(over, address.host(), address.port()),
                    new ConfiguredConnection(source, over, address.host(), OptionalInt.of(address.port())));
        }
    }

    /** Notes what can't be compared. */
    void unread(String source, String why) {
        unread.add(source + " (" + why + ")");
    }

    List<ConfiguredConnection> connections() {
        return List.copyOf(found.values());
    }

    /** What can't be compared, each with the reason. */
    List<String> unread() {
        return List.copyOf(unread);
    }
}
