package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;

/** Names in messages. */
final class Texts {

    private static final int MOST = 5;

    private Texts() {}

    static String of(Workload workload) {
        return workload.kind().word() + " " + of(workload.metadata().name());
    }

    static String of(ObjectName name) {
        return Shown.name(name.namespace()) + "/" + Shown.name(name.name());
    }

    static String namespaces(List<String> names) {
        return names.size() > MOST ? names.size() + " namespaces" : Shown.list(names);
    }
}
