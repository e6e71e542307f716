package io.maskwire.networkpolicy.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the text of manifests comes from. Nothing is read before {@link ManifestReader} is asked to. */
public final class ManifestSource {

    /** The largest file that is read. */
    public static final int MOST_BYTES = 256 << 20;

    private interface Content {

        byte[] read() throws IOException;
    }

    private final String name;
    private final Content content;

    private ManifestSource(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** A file in UTF-8; reading stops behind {@link #MOST_BYTES}, which is how a larger one is seen. */
    public static ManifestSource file(Path file) {
        return new ManifestSource(file.toString(), () -> {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES + 1);
            }
        });
    }

    /** A text; messages call it by the name. */
    public static ManifestSource text(String name, String text) {
        return new ManifestSource(name, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] read() throws IOException {
        return content.read();
    }

    /** The name that messages use for it. */
    @Override
    public String toString() {
        return name;
    }
}
