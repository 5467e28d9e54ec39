package org.weighhouse.karaf.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import javax.security.auth.Subject;

/**
 * Lets Karaf's shell, JMX and event admin know who acts on JDK 24 and later, where {@code Subject.getSubject} only
 * throws. Does nothing on older JDKs.
 */
public final class SubjectAgent {
    /** The first release in which {@code Subject.getSubject} no longer works. */
    static final int FIRST_BROKEN_RELEASE = 24;

    private SubjectAgent() {}

    /**
     * Called by the JVM before {@code main}.
     *
     * @throws UnmodifiableClassException when the JVM refuses to change {@link Subject}; the start then fails, which is
     *     better than a shell without its access rules
     */
    public static void premain(String arguments, Instrumentation instrumentation) throws UnmodifiableClassException {
        if (Runtime.version().feature() < FIRST_BROKEN_RELEASE) {
            return;
        }
        ClassRewriter subject = new ClassRewriter("javax/security/auth/Subject", SubjectRewrite::new);
        instrumentation.addTransformer(subject, true);
        instrumentation.retransformClasses(Subject.class);
        instrumentation.removeTransformer(subject);
        subject.requireDone();
        // Several Karaf bundles carry their own copy of this class, so this one stays.
        instrumentation.addTransformer(
                new ClassRewriter("org/apache/karaf/util/jaas/JaasHelper", JaasHelperRewrite::new));
    }
}
