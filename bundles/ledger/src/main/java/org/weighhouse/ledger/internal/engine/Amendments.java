package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Dossier.Basis;
import org.weighhouse.ledger.internal.memory.References;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.ReferenceName;

/** Writes down what was said of references, each once, with what follows from it. Only the writer calls it. */
final class Amendments {

    private final Head head;
    private final Postings postings;
    private final References references;

    Amendments(Head head, Postings postings) {
        this.head = head;
        this.postings = postings;
        this.references = head.memory().references();
    }

    AmendOutcome write(ReferenceName name, Amendment amendment, Basis basis, List<Prepared> restated) {
        Optional<AmendmentSaid> known = references.amendment(head, name, amendment.id());
        if (known.isPresent()) {
            return known.get().amendment().equals(amendment) ? AmendOutcome.DUPLICATE : AmendOutcome.CONFLICT;
        }
        int before = references.amendmentCount(head, name);
        boolean counted = references.firstEntry(head, name).isPresent();
        if (before != basis.amendments() || counted != basis.counted()) {
            return AmendOutcome.STALE;
        }
        if (before >= Dossier.MAX_AMENDMENTS) {
            return AmendOutcome.TOO_MANY;
        }
        head.write(new AmendmentSaid(head.group().nextSequence(), name, before, amendment));
        postings.write(restated);
        return counted ? AmendOutcome.APPLIED : AmendOutcome.KEPT;
    }

    /** Whether what is to be counted first under a name was worked out from all that was said of it. */
    boolean isStill(ReferenceName name, Basis basis) {
        int now = references.amendmentCount(head, name);
        return now == basis.amendments()
                && (now == 0 || references.firstEntry(head, name).isPresent() == basis.counted());
    }
}
