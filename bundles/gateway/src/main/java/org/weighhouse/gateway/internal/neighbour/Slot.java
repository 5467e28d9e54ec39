package org.weighhouse.gateway.internal.neighbour;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/** The place of a service that may come and go while the door stays open. Thread-safe. */
public final class Slot<T> {

    private final String name;
    private final AtomicReference<T> service = new AtomicReference<>();

    public Slot(String name) {
        this.name = name;
    }

    public void fill(T arrived) {
        service.set(arrived);
    }

    /** Empties the slot, unless a successor is in it already. */
    public void empty(T gone) {
        service.compareAndSet(gone, null);
    }

    public Optional<T> find() {
        return Optional.ofNullable(service.get());
    }

    /** @throws ProblemException 503 while the service is away */
    public T get() {
        return find().orElseThrow(() -> new ProblemException(
                Problem.unavailable("The " + name + " is not running at the moment. Try again shortly.")));
    }
}
