package org.weighhouse.channel.telegram.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which number a named chat has, learnt from replies, so that a chat is one subscriber also where a reply does not tell
 * its number. A name stands for what it was last seen for; the names not used for longest are forgotten. Thread-safe.
 */
final class Directory {

    /** Most names remembered. */
    static final int MAX_NAMES = 10_000;

    /** A name as one account sees it: names may change hands between two looks. */
    private record Key(String account, Chat name) {}

    private final Map<Key, Chat> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Chat> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /** The chat's number if it is known, else the chat as it is. */
    synchronized Chat resolve(String account, Chat chat) {
        return chat.isName() ? numbers.getOrDefault(new Key(account, chat), chat) : chat;
    }

    synchronized void learn(String account, Chat name, Chat number) {
        if (name.isName() && !number.isNone() && !number.isName()) {
            numbers.put(new Key(account, name), number);
        }
    }
}
