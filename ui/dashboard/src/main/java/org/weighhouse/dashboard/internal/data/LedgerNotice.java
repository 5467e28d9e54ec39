package org.weighhouse.dashboard.internal.data;

import java.util.Locale;
import org.weighhouse.api.ledger.LedgerHealth;

/** What is said of a ledger that takes no entries. */
public final class LedgerNotice {

    private LedgerNotice() {}

    /** For a banner: the reason and what it means. */
    public static String text(LedgerHealth stopped) {
        return reason(stopped) + " Nothing is counted or acknowledged until it is restarted.";
    }

    /** The reason as a sentence, however the ledger worded it. */
    static String reason(LedgerHealth stopped) {
        String reason = stopped.reason().strip();
        if (reason.isEmpty()) {
            return "The ledger has stopped writing.";
        }
        String sentence = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".";
    }
}
