package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;

/** Tells listeners which workspaces changed; many changes within a short time are told once. */
final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final List<Consumer<WorkspaceId>> listeners = new CopyOnWriteArrayList<>();
    private final Set<WorkspaceId> changed = new LinkedHashSet<>();
    private final Duration interval;
    private final Thread thread;
    private boolean closed;

    Notifier(Duration interval) {
        this.interval = interval;
        this.thread = Thread.ofPlatform().name("ledger-notifier").daemon().start(this::run);
    }

    Subscription subscribe(Consumer<WorkspaceId> listener) {
        // A wrapper of its own, so that closing one subscription never ends another of the same listener.
        Consumer<WorkspaceId> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    synchronized void changed(Collection<WorkspaceId> workspaces) {
        if (changed.addAll(workspaces)) {
            notifyAll();
        }
    }

    private void run() {
        try {
            List<WorkspaceId> next = take();
            while (!next.isEmpty()) {
                next.forEach(this::tell);
                Thread.sleep(interval);
                next = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for changes; empty when there will be no more. */
    private synchronized List<WorkspaceId> take() throws InterruptedException {
        while (changed.isEmpty() && !closed) {
            wait();
        }
        List<WorkspaceId> taken = closed ? List.of() : List.copyOf(changed);
        changed.clear();
        return taken;
    }

    private void tell(WorkspaceId workspace) {
        for (Consumer<WorkspaceId> listener : listeners) {
            try {
                listener.accept(workspace);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on a change of workspace {}", workspace, e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
    }
}
