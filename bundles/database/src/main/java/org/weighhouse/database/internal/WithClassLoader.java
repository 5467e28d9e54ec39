package org.weighhouse.database.internal;

import java.util.function.Supplier;

/** Runs something with another thread context class loader, and puts the old one back. */
final class WithClassLoader {

    private WithClassLoader() {}

    static <T> T call(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
