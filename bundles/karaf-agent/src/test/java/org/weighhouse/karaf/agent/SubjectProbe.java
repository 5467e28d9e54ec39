package org.weighhouse.karaf.agent;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicReference;
import javax.security.auth.Subject;
import javax.security.auth.x500.X500Principal;

/** Runs in a JVM of its own: prints, one per line, who acts in several situations, asked as Karaf asks. */
@SuppressWarnings("removal") // Subject.getSubject is what Karaf calls, and what this is about
public final class SubjectProbe {
    private SubjectProbe() {}

    public static void main(String[] arguments) throws Exception {
        Subject outer = subject("outer");
        Subject inner = subject("inner");
        report("nobody", who());
        report("doAs", Subject.doAs(outer, (PrivilegedAction<String>) SubjectProbe::who));
        report("callAs", Subject.callAs(outer, SubjectProbe::who));
        report("new thread", Subject.callAs(outer, SubjectProbe::whoOnNewThread));
        report("thread of thread", Subject.callAs(outer, () -> onNewThread(SubjectProbe::whoOnNewThreadUnchecked)));
        report("nested", Subject.callAs(outer, () -> Subject.callAs(inner, SubjectProbe::who)));
        report("after nested", Subject.callAs(outer, () -> {
            Subject.callAs(inner, SubjectProbe::who);
            return whoOnNewThread();
        }));
        report("afterwards", whoOnNewThread());
        report("no action", nullAction(outer));
    }

    private static String nullAction(Subject subject) {
        try {
            return Subject.callAs(subject, null);
        } catch (NullPointerException e) {
            return "refused";
        }
    }

    private static String whoOnNewThread() throws InterruptedException {
        return onNewThread(SubjectProbe::who);
    }

    private static String whoOnNewThreadUnchecked() {
        try {
            return whoOnNewThread();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String onNewThread(PrivilegedAction<String> action) throws InterruptedException {
        AtomicReference<String> answer = new AtomicReference<>();
        Thread thread = new Thread(() -> answer.set(action.run()));
        thread.start();
        thread.join();
        return answer.get();
    }

    private static String who() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null
                ? "nobody"
                : subject.getPrincipals().iterator().next().getName();
    }

    private static Subject subject(String name) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new X500Principal("CN=" + name));
        return subject;
    }

    private static void report(String situation, String answer) {
        System.out.println(situation + ": " + answer);
    }
}
