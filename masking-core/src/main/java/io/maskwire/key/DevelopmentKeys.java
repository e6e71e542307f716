package io.maskwire.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** One random key for each start, for a developer's machine only. */
record DevelopmentKeys(Map<String, String> environment, Path serviceAccount) implements KeySource {

    static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io");

    @Override
    public KeyMaterial read() {
        if (environment.containsKey("KUBERNETES_SERVICE_HOST") || Files.exists(serviceAccount)) {
            throw new KeyException(
                    "Development keys are refused in Kubernetes: each pod would make other values",
                    "mount a Secret with keys and name its directory");
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return KeyMaterial.of("development", Map.of("development", key));
    }

    @Override
    public String toString() {
        return "DevelopmentKeys[]";
    }
}
