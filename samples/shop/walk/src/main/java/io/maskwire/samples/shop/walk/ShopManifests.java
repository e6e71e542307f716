package io.maskwire.samples.shop.walk;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.networkpolicy.Change;
import io.maskwire.networkpolicy.ManifestException;
import io.maskwire.networkpolicy.ManifestFolder;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.NetworkPolicies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The NetworkPolicies of the declarations that the services ship, as {@code maskwire netpol generate} makes them. */
final class ShopManifests {

    private ShopManifests() {}

    /**
     * Compiles the shop's declarations.
     *
     * @param shop the folder {@code samples/shop}
     * @throws CannotStart if a declaration is wrong
     */
    static Manifests generate(Path shop) {
        try {
            List<Declaration> declarations = Arrays.stream(Service.values())
                    .map(service -> Declarations.read(DeclarationSource.file(service.declaration(shop))))
                    .toList();
            return NetworkPolicies.generate(
                    Declarations.readFleet(DeclarationSource.file(shop.resolve("fleet.yml"))), declarations);
        } catch (DeclarationException wrong) {
            throw new CannotStart(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /**
     * Writes them to a folder.
     *
     * @return what became of each file
     * @throws CannotStart if something stands in the way
     */
    static List<Change> write(Manifests manifests, Path folder) {
        try {
            return new ManifestFolder(folder).write(manifests, Set.of());
        } catch (ManifestException inTheWay) {
            throw new CannotStart(String.valueOf(inTheWay.getMessage()), inTheWay);
        }
    }
}
