package org.weighhouse.itests;

import java.util.concurrent.atomic.AtomicInteger;

/** Names no other test uses. */
final class Names {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Names() {}

    static String workspace() {
        return "it-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
    }
}
