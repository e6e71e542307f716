package io.maskwire.cli;

import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.key.KidOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key directory that is changed. */
record KeyFolder(Path directory) {

    static final String PRIMARY = "primary";
    private static final Pattern KID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern KEY_FILE = Pattern.compile("(.*)\\.(?:key|subkeys)");
    private static final Set<String> SETTINGS = Set.of(PRIMARY, "minimum");
    private static final String MOUNTED = "..data";
    private static final int KEY_BYTES = 32;

    /** Makes a key; returns its file. */
    Path create(String kid) {
        checkName(kid);
        try {
            PrivateFile.folder(directory);
            List<String> before = kids();
            if (before.contains(kid)) {
                throw exists(kid);
            }
            keepPrimary(before);
            return write(directory.resolve(kid + ".key"));
        } catch (FileAlreadyExistsException e) {
            throw Files.isDirectory(directory)
                    ? exists(kid)
                    : new Refusal(directory.toString(), "is a file, not a folder", "name a folder");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Makes a key that is there already the one that makes new values. */
    void setPrimary(String kid) {
        try {
            PrivateFile.replace(directory.resolve(PRIMARY), (kid + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The ring these files are. */
    KeyRing ring() {
        if (!Files.exists(directory)) {
            throw new Refusal(
                    directory.toString(),
                    "there is no such folder",
                    "check the path; maskwire keys new " + directory + " makes a key there");
        }
        return using(() -> KeyRing.from(KeySource.directory(directory)));
    }

    /** What is refused about the keys is told as this folder's. */
    <T> T using(Supplier<T> work) {
        try {
            return work.get();
        } catch (KeyException e) {
            throw new Refusal(directory.toString(), e.problem(), e.remedy());
        }
    }

    /** Refuses a folder whose files are not the origin of the keys but a copy that Kubernetes keeps. */
    void refuseMounted() {
        if (Files.exists(directory.resolve(MOUNTED), LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(
                    directory.toString(),
                    "is a mounted Secret, which is not changed here",
                    "run this where the Secret is made from, and apply it anew");
        }
    }

    static void checkName(String kid) {
        if (!KID.matcher(kid).matches()) {
            throw new Refusal("--kid", "a key's name is 1 to 32 of a-z, 0-9 and -", "write one such as k1 or 2027-01");
        }
    }

    private Refusal unwritable(IOException e) {
        return new Refusal(
                directory.toString(),
                "the key can't be written (" + e.getClass().getSimpleName() + ")",
                "check that this user may write there and that the disk isn't full");
    }

    private Refusal exists(String kid) {
        return new Refusal(
                directory.resolve(kid + ".key").toString(),
                "there is a key of this name already, and what it made can't be read without it",
                "choose another name with --kid");
    }

    /** The names of the keys; refuses what would make the whole directory unreadable as a key ring. */
    List<String> kids() {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && !SETTINGS.contains(name))
                    .sorted()
                    .toList();
            return names.stream().map(this::kid).sorted(KidOrder.INSTANCE).toList();
        } catch (IOException e) {
            throw new Refusal(
                    directory.toString(),
                    "can't be read (" + e.getClass().getSimpleName() + ")",
                    "check that it is a folder this user may read");
        }
    }

    /** Whether it is a whole key or what was exported from one. */
    String kind(String kid) {
        return Files.exists(directory.resolve(kid + ".key")) ? "key" : "subkeys";
    }

    private String kid(String file) {
        Matcher key = KEY_FILE.matcher(file);
        if (!key.matches()) {
            throw new Refusal(
                    directory.resolve(file).toString(),
                    "is no key, and a key ring reads only a folder with nothing but keys",
                    "name a folder of its own");
        }
        return key.group(1);
    }

    /** With a second key the ring needs to be told which one makes new values: the one that did. */
    private void keepPrimary(List<String> kids) throws IOException {
        Path primary = directory.resolve(PRIMARY);
        if (kids.size() == 1 && !Files.exists(primary)) {
            PrivateFile.create(primary, (kids.get(0) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The key that makes new values, if the directory says so. */
    Optional<String> primary() {
        try {
            Path primary = directory.resolve(PRIMARY);
            if (!Files.exists(primary)) {
                return Optional.empty();
            }
            // What isn't a name may be a key that somebody put into the wrong file.
            return Optional.of(Files.readString(primary, StandardCharsets.ISO_8859_1)
                            .strip())
                    .filter(name -> KID.matcher(name).matches());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = Base64.getEncoder().encode(key);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        try {
            PrivateFile.create(file, line);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(text, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
        return file;
    }
}
