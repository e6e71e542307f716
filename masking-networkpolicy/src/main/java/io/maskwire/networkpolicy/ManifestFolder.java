package io.maskwire.networkpolicy;

import io.maskwire.declaration.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The folder that holds a fleet's manifests: {@code NAMESPACE/WORKLOAD.yaml}, {@code default-deny/NAMESPACE.yaml} and
 * {@code maskwire.lock.json}.
 *
 * <p><b>Only files of the fleet are touched:</b> known by the label {@code maskwire.io/fleet} and by a name that fits
 * their place. A file that stands in the way and isn't one of these is refused.
 *
 * <p><b>Absence is not removal:</b> a file of a service that no declaration names stops the writing until the service
 * is removed by name. What a declaration says is no longer needed, such as the policy of one of several workloads, goes.
 *
 * <p><b>All or nothing:</b> everything is written beside its place first and moved when all of it is there; a failure
 * moves everything back. Not safe for two writers at once.
 */
public final class ManifestFolder {

    private final Path folder;
    private final Mover mover;

    /** A folder that exists or will be made. */
    public ManifestFolder(Path folder) {
        this(folder, Mover.REAL);
    }

    ManifestFolder(Path folder, Mover mover) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.mover = mover;
    }

    /**
     * Makes the folder hold these manifests. Files that are the same already are left alone.
     *
     * @param manifests what to hold
     * @param remove services whose policy goes; the default deny of a namespace goes with its last service
     * @return what became of each file, in the order of their names
     * @throws ManifestException if something stands in the way, is absent without being removed, or can't be written
     */
    public List<Change> write(Manifests manifests, Set<ServiceName> remove) {
        try {
            FolderContents before = FolderContents.read(folder, manifests.fleet());
            List<Change> changes = new Comparison(folder, manifests, before, remove).changes();
            new Transaction(folder, mover).run(changes, manifests.files());
            return changes;
        } catch (IOException e) {
            throw new ManifestException(List.of(new ManifestException.Problem(
                    folder.toString(),
                    "can't be written (" + Transaction.words(e) + "); nothing in it was changed",
                    "check that this user may write there and that the disk isn't full")));
        }
    }
}
