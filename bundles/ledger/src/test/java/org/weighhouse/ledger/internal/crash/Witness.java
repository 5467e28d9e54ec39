package org.weighhouse.ledger.internal.crash;

import java.util.ArrayList;
import java.util.List;

/** What a killed process had said. Thread-safe. */
final class Witness {

    static final String READY = "ready";
    static final String SENT = "sent";
    static final String ANSWERED = "answered";
    static final String REFUSED = "refused";

    private final List<List<String>> answers = new ArrayList<>();
    private final boolean[] inDoubt = new boolean[Plan.THREADS];
    private final boolean[] refused = new boolean[Plan.THREADS];
    private boolean ready;
    private int answeredAfterRefusal;

    Witness() {
        for (int i = 0; i < Plan.THREADS; i++) {
            answers.add(new ArrayList<>());
        }
    }

    synchronized void hear(String line) {
        String[] parts = line.split(" ", 4);
        int thread = Integer.parseInt(parts[1]);
        switch (parts[0]) {
            case READY -> ready = true;
            case SENT -> inDoubt[thread] = true;
            case ANSWERED -> {
                inDoubt[thread] = false;
                answers.get(thread).add(parts[3]);
                answeredAfterRefusal += refused[thread] ? 1 : 0;
            }
            case REFUSED -> refused[thread] = true;
            default -> throw new IllegalArgumentException("not understood: " + line);
        }
        notifyAll();
    }

    synchronized boolean isReady() {
        return ready;
    }

    /** The answers a thread got, those of its first operations. */
    synchronized List<String> answers(int thread) {
        return List.copyOf(answers.get(thread));
    }

    /** Whether the thread had sent one more operation and not been told what became of it. */
    synchronized boolean isInDoubt(int thread) {
        return inDoubt[thread];
    }

    synchronized boolean isAnyRefused() {
        for (boolean each : refused) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    synchronized boolean isEachRefused() {
        for (boolean each : refused) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** A ledger that has refused once must not take anything any more. */
    synchronized int answeredAfterRefusal() {
        return answeredAfterRefusal;
    }
}
