package org.weighhouse.api.access;

import java.util.Optional;
import javax.security.auth.Subject;

/** The JAAS subject that a thread acts for. Thread-safe. */
public final class CurrentSubject {

    private CurrentSubject() {}

    /** Empty where nobody is logged in. */
    public static Optional<Subject> get() {
        return Optional.ofNullable(Subject.current()).or(CurrentSubject::inherited);
    }

    /** On JDK 24 and later a command in a pipe, which has a thread of its own, knows its subject only by Karaf's agent. */
    @SuppressWarnings("removal")
    private static Optional<Subject> inherited() {
        try {
            return Optional.ofNullable(Subject.getSubject(java.security.AccessController.getContext()));
        } catch (UnsupportedOperationException noAgent) {
            return Optional.empty();
        }
    }
}
