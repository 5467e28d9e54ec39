package org.weighhouse.ledger.internal.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.weighhouse.api.ledger.Ledger;

/**
 * The process that is killed. Its threads send operations for as long as it lives, and it says on its standard output
 * what it sends before it does, and what was answered. Arguments: a site's parts and the number of the cycle.
 */
final class CrashTarget {

    /** Pause between two tries on a ledger that has stopped. */
    private static final long RETRY_IN_MS = 20;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Ledger ledger;
    private final Plan plan;

    private CrashTarget(Ledger ledger, Plan plan) {
        this.ledger = ledger;
        this.plan = plan;
    }

    public static void main(String[] arguments) throws IOException {
        Thread.ofPlatform().daemon().start(CrashTarget::endWithParent);
        Site site = new Site(arguments[0], Path.of(arguments[1]), Long.parseLong(arguments[2]));
        Plan plan = new Plan(Integer.parseInt(arguments[3]));
        CrashTarget target = new CrashTarget(site.open().ledger(), plan);
        target.say(Witness.READY, 0, 0, "");
        for (int i = 0; i < Plan.THREADS; i++) {
            int thread = i;
            Thread.ofPlatform().start(() -> target.work(thread));
        }
    }

    /** Nobody is left behind when the parent is gone. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("The parent cannot be heard any more: " + e.getMessage());
        }
        Runtime.getRuntime().halt(1);
    }

    /** After a refusal the same operation is tried again and again: a ledger that has stopped must not take it. */
    private void work(int thread) {
        int number = 0;
        while (true) {
            Operation operation = plan.operation(thread, number);
            say(Witness.SENT, thread, number, "");
            try {
                String answer = operation.send(ledger);
                say(Witness.ANSWERED, thread, number, answer);
                number++;
            } catch (CompletionException e) {
                say(Witness.REFUSED, thread, number, "");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_IN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One short write a line, which a pipe takes whole or not at all. */
    private void say(String what, int thread, int number, String answer) {
        String line = what + " " + thread + " " + number + " " + answer + "\n";
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
