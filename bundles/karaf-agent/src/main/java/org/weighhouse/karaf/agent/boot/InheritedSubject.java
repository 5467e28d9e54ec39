package org.weighhouse.karaf.agent.boot;

import java.util.concurrent.Callable;
import javax.security.auth.Subject;

/**
 * Answers "who acts on this thread?" as JDKs before 24 did: the subject of the enclosing {@code doAs} or
 * {@code callAs}, or else the one in force where this thread was started.
 *
 * <p>Lives on the boot class path, because the JDK's own {@link Subject} calls it. Thread-safe.
 */
public final class InheritedSubject {
    private static final InheritableThreadLocal<Subject> INHERITED = new InheritableThreadLocal<>();

    private InheritedSubject() {}

    /**
     * The body given to {@code Subject.getSubject}.
     *
     * @return the current or inherited subject, or {@code null} when there is none, as the JDK's method does
     */
    public static Subject get() {
        Subject current = Subject.current();
        return current != null ? current : INHERITED.get();
    }

    /**
     * Put in front of {@code Subject.callAs}: makes threads that the action starts inherit the subject.
     *
     * @return the action to run instead; {@code null} for {@code null}, so that the JDK's own check still speaks
     */
    public static <T> Callable<T> inheritable(Subject subject, Callable<T> action) {
        if (action == null) {
            return null;
        }
        return () -> {
            Subject before = INHERITED.get();
            INHERITED.set(subject);
            try {
                return action.call();
            } finally {
                restore(before);
            }
        };
    }

    private static void restore(Subject before) {
        if (before == null) {
            INHERITED.remove();
        } else {
            INHERITED.set(before);
        }
    }
}
