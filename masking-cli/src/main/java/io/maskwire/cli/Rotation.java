package io.maskwire.cli;

import io.maskwire.key.KeyRing;
import io.maskwire.key.KidOrder;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two steps from one primary key to the next. */
record Rotation(KeyFolder folder, KeyRing ring) {

    private static final Pattern COUNTED = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");

    static Rotation of(KeyFolder folder) {
        folder.refuseMounted();
        return new Rotation(folder, folder.ring());
    }

    String primary() {
        return ring.primary();
    }

    /** Adds the next key; returns its name. */
    String begin(@Nullable String wanted) {
        String newest = newest(ring);
        if (!newest.equals(ring.primary())) {
            throw refusal(
                    newest + " was added and makes no new values yet",
                    "when every service has it, run: maskwire keys rotate " + folder.directory() + " --finish");
        }
        String kid = wanted == null ? next(newest) : wanted;
        KeyFolder.checkName(kid);
        if (KidOrder.INSTANCE.compare(newest, kid) >= 0) {
            throw new Refusal("--kid", "a new key's name counts after " + newest, "write one such as " + next(newest));
        }
        folder.create(kid);
        return kid;
    }

    /** Lets another key make new values; returns its name. */
    String finish(@Nullable String wanted) {
        String kid = wanted == null ? newest(ring) : wanted;
        KeyFolder.checkName(kid);
        if (!ring.kids().contains(kid)) {
            throw refusal("there is no key " + kid, "choose one of " + ring.kids());
        }
        if (kid.equals(ring.primary())) {
            throw refusal(kid + " makes new values already", "begin with: maskwire keys rotate " + folder.directory());
        }
        folder.setPrimary(kid);
        return kid;
    }

    String checkValue(String kid) {
        return Objects.requireNonNull(folder.ring().checkValues().get(kid));
    }

    private Refusal refusal(String problem, String remedy) {
        return new Refusal(folder.directory().toString(), problem, remedy);
    }

    private static String newest(KeyRing ring) {
        List<String> kids = List.copyOf(ring.kids());
        return kids.get(kids.size() - 1);
    }

    private String next(String kid) {
        Matcher counted = COUNTED.matcher(kid);
        if (!counted.matches()) {
            throw new Refusal("--kid", "the name " + kid + " has no number to count up", "write the new key's name");
        }
        String number = counted.group(2);
        String following = new BigInteger(number).add(BigInteger.ONE).toString();
        String zeros = "0".repeat(Math.max(0, number.length() - following.length()));
        return counted.group(1) + zeros + following + counted.group(3);
    }
}
