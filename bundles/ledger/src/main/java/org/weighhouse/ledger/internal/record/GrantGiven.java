package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;

/**
 * Credits were given. A second record of the same allowance month replaces the first one's amount and validity.
 *
 * @param month the allowance's month (see {@link org.weighhouse.ledger.internal.book.MonthCalendar}), or
 *     {@link #NO_MONTH} for any other grant
 */
public record GrantGiven(
        WorkspaceId workspace,
        String id,
        Unit unit,
        Grant.Kind kind,
        long amountMilli,
        long from,
        long expires,
        int priority,
        int month)
        implements JournalRecord {

    public static final int NO_MONTH = -1;

    public boolean isMonthlyAllowance() {
        return month != NO_MONTH;
    }
}
