package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;

/** A plan's allowance of one unit as it is stored. */
@Embeddable
class AllowanceColumns {

    @Column(name = "unit")
    private String unit;

    @Column(name = "amount_milli")
    private long amountMilli;

    @Column(name = "limit_kind")
    private String limitKind;

    @Column(name = "rolls_over")
    private boolean rollsOver;

    protected AllowanceColumns() {}

    AllowanceColumns(Unit unit, Allowance allowance) {
        this.unit = unit.name();
        amountMilli = allowance.amount().milli();
        limitKind = allowance.limit().name();
        rollsOver = allowance.rollsOver();
    }

    Unit unit() {
        return Unit.valueOf(unit);
    }

    Allowance toAllowance() {
        return new Allowance(new Amount(amountMilli), Allowance.Limit.valueOf(limitKind), rollsOver);
    }
}
