package io.maskwire.cli;

import io.maskwire.key.KeyRing;
import io.maskwire.key.SubkeyId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A new key directory that holds subkeys only. */
record SubkeyFolder(Path directory) {

    /** Writes some subkeys of every key of a ring; returns the files. */
    List<Path> write(KeyFolder keys, Set<SubkeyId> needed) {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(
                    directory.toString(), "is there already, and nothing is overwritten", "name a folder that isn't");
        }
        KeyRing ring = keys.ring();
        Map<String, String> files = new LinkedHashMap<>();
        ring.kids().forEach(kid -> files.put(kid + ".subkeys", keys.using(() -> ring.export(kid, needed))));
        files.put(KeyFolder.PRIMARY, ring.primary() + "\n");
        return write(files);
    }

    private List<Path> write(Map<String, String> files) {
        List<Path> written = new ArrayList<>();
        try {
            PrivateFile.folder(directory);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                PrivateFile.create(path, file.getValue().getBytes(StandardCharsets.US_ASCII));
                written.add(path);
            }
        } catch (IOException e) {
            throw new Refusal(
                    directory.toString(),
                    "the subkeys can't be written (" + e.getClass().getSimpleName() + ")",
                    "remove what is there, and check that this user may write there and that the disk isn't full");
        }
        return List.copyOf(written);
    }
}
