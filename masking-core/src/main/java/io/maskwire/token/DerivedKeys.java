package io.maskwire.token;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one kind by key name, domain and one more detail, each derived when it is first needed. For many threads.
 *
 * <p>In front of the map stands a small table of those used last: a document's values mostly need the same few.
 */
final class DerivedKeys<E, K> {

    /** Derives a key. */
    interface Maker<E, K> {
        K make(String kid, String domain, E extra);
    }

    private record Id<E>(String kid, String domain, E extra) {}

    private record Entry<E, K>(Id<E> id, K key) {

        boolean isFor(String kid, String domain, E extra) {
            return id.domain.equals(domain) && id.kid.equals(kid) && id.extra.equals(extra);
        }
    }

    private static final int RECENT = 64;

    private final Maker<E, K> maker;
    private final ConcurrentHashMap<Id<E>, Entry<E, K>> all = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Entry<E, K>> recent = new AtomicReferenceArray<>(RECENT);

    DerivedKeys(Maker<E, K> maker) {
        this.maker = maker;
    }

    K get(String kid, String domain, E extra) {
        int place = (kid.hashCode() + 31 * domain.hashCode()) & RECENT - 1;
        Entry<E, K> last = recent.getPlain(place);
        if (last != null && last.isFor(kid, domain, extra)) {
            return last.key;
        }
        Id<E> id = new Id<>(kid, domain, extra);
        Entry<E, K> found = all.get(id);
        if (found == null) {
            found = derive(id);
        }
        recent.setPlain(place, found);
        return found.key;
    }

    /** Two threads may both derive a key for the first time; nobody waits for the other, and one key stays. */
    private Entry<E, K> derive(Id<E> id) {
        Entry<E, K> made = new Entry<>(id, maker.make(id.kid, id.domain, id.extra));
        Entry<E, K> before = all.putIfAbsent(id, made);
        return before == null ? made : before;
    }
}
