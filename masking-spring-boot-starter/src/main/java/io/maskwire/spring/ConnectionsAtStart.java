package io.maskwire.spring;

import io.maskwire.spring.ServiceConnections.Compared;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Warns, when the application starts, of each connection that no edge declares. */
final class ConnectionsAtStart implements SmartInitializingSingleton {

    private static final Log LOG = LogFactory.getLog("io.maskwire.start");

    private final ServiceConnections connections;
    private final boolean governed;

    /**
     * Keeps what to warn of.
     *
     * @param governed whether the declaration says whom the service calls; one that only masks is not complained about
     */
    ConnectionsAtStart(ServiceConnections connections, boolean governed) {
        this.connections = connections;
        this.governed = governed;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (governed) {
            connections.compare().ifPresent(ConnectionsAtStart::tell);
        }
    }

    private static void tell(Compared compared) {
        compared.mismatches().forEach(LOG::warn);
        if (!compared.notCompared().isEmpty()) {
            LOG.info("Not compared with the edges of the declaration: " + String.join("; ", compared.notCompared()));
        }
    }
}
