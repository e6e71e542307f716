package io.maskwire.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key directory to add a key to. */
record KeyFolder(Path directory) {

    static final String PRIMARY = "primary";
    private static final Pattern KID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern KEY_FILE = Pattern.compile("(.*)\\.(?:key|subkeys)");
    private static final Set<String> SETTINGS = Set.of(PRIMARY, "minimum");
    private static final int KEY_BYTES = 32;

    /** Makes a key; returns its file. */
    Path create(String kid) {
        if (!KID.matcher(kid).matches()) {
            throw new Refusal("--kid", "a key's name is 1 to 32 of a-z, 0-9 and -", "write one such as k1 or 2027-01");
        }
        try {
            Files.createDirectories(directory, onlyForMe("rwx------"));
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
            throw new Refusal(
                    directory.toString(),
                    "the key can't be written (" + e.getClass().getSimpleName() + ")",
                    "check that this user may write there and that the disk isn't full");
        }
    }

    private Refusal exists(String kid) {
        return new Refusal(
                directory.resolve(kid + ".key").toString(),
                "there is a key of this name already, and what it made can't be read without it",
                "choose another name with --kid");
    }

    /** The names of the keys; refuses what would make the whole directory unreadable as a key ring. */
    private List<String> kids() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && !SETTINGS.contains(name))
                    .sorted()
                    .toList();
            return names.stream().map(this::kid).toList();
        }
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
            Files.writeString(primary, kids.get(0) + "\n", StandardOpenOption.CREATE_NEW);
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

    private Path write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = Base64.getEncoder().encode(key);
        ByteBuffer line =
                ByteBuffer.allocate(text.length + 1).put(text).put((byte) '\n').flip();
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyForMe("rw-------"))) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(text, (byte) 0);
            Arrays.fill(line.array(), (byte) 0);
        }
        return file;
    }

    private FileAttribute<?>[] onlyForMe(String permissions) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
