package org.weighhouse.ledger.internal.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;

/** Our ledger. */
final class LedgerHolds implements HoldSide {

    private static final WorkspaceId HOT = new WorkspaceId("hot");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Attribution ATTRIBUTION = Load.attribution("telegram", 1);

    private final String name;
    private final BenchLedger ledger;

    LedgerHolds(String name, Place place) {
        this.name = name;
        ledger = BenchLedger.open(place, Clock.systemUTC());
        Allowance allowance = new Allowance(Amount.of(GRANTED), Allowance.Limit.HARD, false);
        ledger.engine()
                .setTerms(HOT, new Terms(ZoneOffset.UTC, Map.of(Unit.MESSAGE_CREDIT, allowance)))
                .join();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void pair(int caller, UUID id) {
        Reservation reservation = new Reservation(id, HOT, Map.of(Unit.MESSAGE_CREDIT, Amount.of(HELD)), TIMEOUT);
        ReserveOutcome held = ledger.engine().reserve(reservation).join();
        if (!(held instanceof ReserveOutcome.Held)) {
            throw new IllegalStateException("not held: " + held);
        }
        SettleOutcome posted = ledger.engine()
                .post(HOT, id, List.of(posting(id)), Dossier.Basis.NO_AMENDMENTS)
                .join();
        if (posted != SettleOutcome.SETTLED) {
            throw new IllegalStateException("not posted: " + posted);
        }
    }

    private static Posting posting(UUID id) {
        return Posting.fact(
                "telegram",
                id.toString(),
                Instant.now(),
                Unit.MESSAGE_CREDIT,
                Amount.of(USED),
                Measures.of(USED),
                ATTRIBUTION);
    }

    @Override
    public long used() {
        Balance balance = ledger.engine().queries().balance(HOT, Unit.MESSAGE_CREDIT, Instant.now());
        if (!balance.reserved().isZero()) {
            throw new IllegalStateException(name + " still holds " + balance.reserved());
        }
        return balance.used().toBigDecimal().longValueExact();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
