package org.weighhouse.api.audit;

import java.util.Optional;
import javax.security.auth.Subject;
import org.weighhouse.api.access.CurrentSubject;

/**
 * For whom a thread acts. Each door says so once for all that follows on the same thread: what is changed then knows who
 * answers for it without being told at each step. Work that goes on elsewhere has to be told.
 */
public final class Acting {

    private static final ThreadLocal<Optional<Actor>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private Acting() {}

    /** Ends what {@link #as} began; on the same thread. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Acts for somebody until the scope is closed, and then for whomever it was before. */
    public static Scope as(Actor actor) {
        Optional<Actor> before = CURRENT.get();
        CURRENT.set(Optional.of(actor));
        return () -> before.ifPresentOrElse(outer -> CURRENT.set(Optional.of(outer)), CURRENT::remove);
    }

    /** Whom this thread acts for; without a door and a login it is the product itself. */
    public static Actor current() {
        return CURRENT.get().or(Acting::loggedIn).orElse(Actor.PRODUCT);
    }

    private static Optional<Actor> loggedIn() {
        return CurrentSubject.get().flatMap(subject -> subject.getPrincipals(ActorPrincipal.class).stream()
                .map(ActorPrincipal::actor)
                .findFirst()
                .or(() -> inProcess(subject)));
    }

    /** Whoever came without a login of ours, such as in the terminal that Karaf was started in. */
    private static Optional<Actor> inProcess(Subject subject) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals("UserPrincipal"))
                .map(principal -> new Actor(principal.getName(), Actor.Way.CONSOLE, ""))
                .findFirst();
    }
}
