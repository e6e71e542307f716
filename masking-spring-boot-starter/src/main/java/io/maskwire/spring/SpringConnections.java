package io.maskwire.spring;

import io.maskwire.declaration.ConfiguredConnection;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What the application is configured to connect to, as far as its beans and properties tell.
 *
 * @param connections each once, by the first bean or property that leads there
 * @param unread what leads somewhere nobody can tell, each with the reason
 */
record SpringConnections(List<ConfiguredConnection> connections, List<String> unread) {

    static SpringConnections of(ListableBeanFactory beans, Environment environment) {
        FoundConnections found = new FoundConnections();
        new DetailsConnections(beans).addTo(found);
        new PropertyConnections(environment, found).add();
        return new SpringConnections(found.connections(), found.unread());
    }
}
