package org.weighhouse.ledger.internal.engine;

import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

/** Gives credits and sets terms. Only the writer calls it. */
final class Accounts {

    private final Head head;

    Accounts(Head head) {
        this.head = head;
    }

    boolean give(Grant grant) {
        if (head.book().workspace(grant.workspace()).hasGrant(grant.id())) {
            return false;
        }
        head.write(new GrantGiven(
                grant.workspace(),
                grant.id(),
                grant.unit(),
                grant.kind(),
                grant.amount().milli(),
                Micros.of(grant.from()),
                Micros.of(grant.expires()),
                grant.priority(),
                GrantGiven.NO_MONTH));
        return true;
    }

    void set(WorkspaceId workspace, Terms terms) {
        WorkspaceBook book = head.book().workspace(workspace);
        if (book.terms().equals(Optional.of(terms))) {
            return;
        }
        long now = head.group().now();
        // What rolled over under the old terms is given under the old terms.
        for (Unit unit : Unit.values()) {
            head.writeMissingAllowances(workspace, unit, now);
        }
        head.write(new TermsSet(workspace, terms, now));
        book.allowancesToAdjust(now).forEach(head::write);
    }
}
