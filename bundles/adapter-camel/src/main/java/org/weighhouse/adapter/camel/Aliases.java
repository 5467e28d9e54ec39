package org.weighhouse.adapter.camel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which id of a platform stands behind another name for the same person or chat, learnt from what the platform says, so that
 * one person is one subscriber also where only a name is told. A name stands for what it was last seen for; the names not
 * used for longest are forgotten. Kept in memory alone. Thread-safe.
 */
public final class Aliases {

    /** Most names remembered. */
    public static final int MAX_NAMES = 10_000;

    /** A name as one account sees it: names may change hands between two looks. */
    private record Key(String account, String name) {}

    private final Map<Key, String> ids = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /** The id that a name stands for if that is known, else the name as it is. */
    public synchronized String resolve(String account, String name) {
        return ids.getOrDefault(new Key(account, name), name);
    }

    /** Does nothing if either is empty. */
    public synchronized void learn(String account, String name, String id) {
        if (!name.isEmpty() && !id.isEmpty()) {
            ids.put(new Key(account, name), id);
        }
    }
}
