package org.weighhouse.ledger.internal.verify;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.api.ledger.VerificationReport.Finding;

/** What is wrong, up to a limit. Not thread-safe. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void add(String where, String what) {
        if (findings.size() < VerificationReport.MAX_FINDINGS) {
            findings.add(new Finding(where, what));
        }
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> toList() {
        return List.copyOf(findings);
    }
}
