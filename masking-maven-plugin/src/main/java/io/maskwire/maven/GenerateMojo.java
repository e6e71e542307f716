package io.maskwire.maven;

import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Change;
import io.maskwire.networkpolicy.Change.Kind;
import io.maskwire.networkpolicy.ManifestFolder;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.networkpolicy.Profile;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one policy for each declared workload and one default deny for each namespace. The same declarations write the
 * same bytes; files of others are left alone, and nothing is half-written. A service whose declaration is gone stops the
 * build, until {@code remove} names it.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class GenerateMojo extends FleetMojo {

    /** A folder has one writer at a time, also when modules of one build share it. */
    private static final Object WRITING = new Object();

    /** The folder the manifests go to. It belongs under version control: what left the declarations is known by it. */
    @Parameter(property = "maskwire.out", required = true)
    File out = new File("");

    /**
     * Which kind of policy is written: {@code core} is {@code networking.k8s.io/v1}; {@code cilium} knows hosts by name,
     * {@code cilium-staged} is the same and denies nothing yet, {@code calico-staged} writes previews. Only {@code core} is
     * tried, the others are checked against their schemas. One folder for each.
     */
    @Parameter(property = "maskwire.profile", defaultValue = "core", required = true)
    String profile = "core";

    /** Services that are gone, as {@code NAMESPACE/NAME}: their policies are deleted. Default: none. */
    @Parameter(property = "maskwire.remove")
    List<String> remove = List.of();

    /**
     * Which findings fail the build after the files are written: {@code opens}, {@code closes}, {@code data},
     * {@code error}, {@code stale}, {@code notes}, joined by commas, or {@code none}. Default: all but notes.
     */
    @Parameter(property = "maskwire.failOn")
    @Nullable
    String failOn;

    /** For Maven. */
    public GenerateMojo() {}

    @Override
    void run() throws MojoFailureException {
        limit(failOn);
        Profile kind = word("maskwire.profile", profile, Profile::of);
        Set<ServiceName> gone = gone();
        ReadFleet read = read(files());
        Manifests manifests = NetworkPolicies.generate(read.fleet(), read.declarations(), day(), kind);
        synchronized (WRITING) {
            tellChanges(new ManifestFolder(out.toPath()).write(manifests, gone));
        }
        tell(manifests.findings(), failOn);
    }

    private Set<ServiceName> gone() throws MojoFailureException {
        Set<ServiceName> gone = new TreeSet<>();
        for (String name : remove) {
            gone.add(word("maskwire.remove", name, ServiceName::parse));
        }
        return gone;
    }

    private void tellChanges(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind() != Kind.UNCHANGED) {
                getLog().info(change.kind().name().toLowerCase(Locale.ROOT) + " "
                        + out.toPath().resolve(change.file()));
            }
        }
    }
}
