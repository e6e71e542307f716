package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LargeFleetTest {

    @Test
    void amongHundredsOfServicesTheDeclaredEdgesAreOpenAndNoOther() {
        LargeFleet fleet = new LargeFleet(400, 8, 1);
        List<Declaration> declarations = new ArrayList<>();
        for (String text : fleet.declarations()) {
            declarations.add(Declarations.read(DeclarationSource.text(declarations.size() + ".yml", text)));
        }
        Map<String, String> files = new TreeMap<>(
                NetworkPolicies.generate(Shop.fleet(), declarations).files());
        files.put("pods.yaml", fleet.pods());
        Set<String> open = new TreeSet<>();
        Connectivity connectivity = Connectivity.of(Exports.read(files), AddressBlocks.PODS_TOO);
        connectivity.forEach(connection -> {
            if (isService(connection.from()) && isService(connection.to())) {
                open.add(connection.toString());
            }
        });
        assertThat(open).isEqualTo(fleet.edges());
        assertThat(connectivity.all().stream().map(Connection::to).filter(party -> party.kind() == Party.Kind.OUTSIDE))
                .as("nothing of a service goes out")
                .hasSize(1);
        assertThat(connectivity.services())
                .hasSize(400)
                .allMatch(route -> route.targets().toString().equals("8443/TCP"));
    }

    private static boolean isService(Party party) {
        return party.names().stream().allMatch(name -> name.endsWith("[ReplicaSet]"));
    }
}
