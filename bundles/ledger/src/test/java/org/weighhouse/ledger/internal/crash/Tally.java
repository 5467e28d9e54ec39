package org.weighhouse.ledger.internal.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found after the kills of one kind. Not thread-safe. */
final class Tally {

    private final List<Long> restartsInMs = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long cycles;
    private long acknowledged;
    private long lost;
    private long countedTwice;
    private long inDoubtWritten;
    private long inDoubtNotWritten;
    private long cleanVerifications;

    void addCycle(long restartInMs) {
        cycles++;
        restartsInMs.add(restartInMs);
    }

    void addAcknowledged(long facts, long missing) {
        acknowledged += facts;
        lost += missing;
    }

    void addInDoubt(long written, long notWritten) {
        inDoubtWritten += written;
        inDoubtNotWritten += notWritten;
    }

    void addCountedTwice(long facts) {
        countedTwice += facts;
    }

    void addCleanVerification() {
        cleanVerifications++;
    }

    void addFault(String what) {
        faults.add(what);
    }

    boolean isClean() {
        return lost == 0 && countedTwice == 0 && faults.isEmpty() && cleanVerifications == cycles;
    }

    long acknowledged() {
        return acknowledged;
    }

    long cycles() {
        return cycles;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Every figure by its name; units in {@link #unit}. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("cycles", cycles);
        figures.put("acknowledged", acknowledged);
        figures.put("lost", lost);
        figures.put("counted twice", countedTwice);
        figures.put("in doubt, written", inDoubtWritten);
        figures.put("in doubt, not written", inDoubtNotWritten);
        figures.put("verified clean", cleanVerifications);
        figures.put("other faults", (long) faults.size());
        figures.put("restart", medianRestart());
        return figures;
    }

    static String unit(String figure) {
        return switch (figure) {
            case "cycles", "verified clean" -> "cycles";
            case "other faults" -> "faults";
            case "restart" -> "ms";
            default -> "facts";
        };
    }

    private long medianRestart() {
        return restartsInMs.isEmpty()
                ? 0
                : restartsInMs.stream().sorted().toList().get(restartsInMs.size() / 2);
    }
}
