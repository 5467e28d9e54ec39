package org.weighhouse.ledger.internal.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread and a prepared statement (or several) each, that share out what there is to do.
 *
 * @param <S> what a client works with; closed with its connection
 */
final class Clients<S extends java.sql.Statement> implements AutoCloseable {

    /** Opens what one client works with. */
    interface Opener<S> {
        S open() throws SQLException;
    }

    /** Does one piece of work. */
    interface Work<S, T> {
        void accept(S session, T item) throws Exception;
    }

    private final List<S> sessions = new ArrayList<>();
    private final ExecutorService threads;

    Clients(int count, Opener<S> opener) throws SQLException {
        for (int i = 0; i < count; i++) {
            sessions.add(opener.open());
        }
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("client-", 0).daemon().factory());
    }

    /** Returns when all of it is done. */
    <T> void forEach(List<T> items, Work<S, T> work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (S session : sessions) {
            tasks.add(() -> {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    work.accept(session, items.get(i));
                }
                return null;
            });
        }
        for (Future<Void> task : threads.invokeAll(tasks)) {
            join(task);
        }
    }

    private static void join(Future<Void> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        for (S session : sessions) {
            session.getConnection().close();
        }
    }
}
