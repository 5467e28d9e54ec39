package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** The meter over the ledger: checks, rates, waits. */
@Component(service = Meter.class, configurationPid = MeterConfig.PID, immediate = true)
@Designate(ocd = MeterConfig.class)
public final class LedgerMeter implements Meter {

    private final Ledger ledger;
    private final Answers answers;
    private final EventRules rules;
    private final Postings postings;
    private final Rater rater;
    private final CountedSubscribers counted;
    private final TermsKeeper terms;
    private final Subscription changes;

    @Activate
    public LedgerMeter(
            @Reference Ledger ledger,
            @Reference Workspaces workspaces,
            @Reference Channels channels,
            MeterConfig config) {
        this(ledger, workspaces, channels, MeterLimits.of(config), Clock.systemUTC());
    }

    LedgerMeter(Ledger ledger, Workspaces workspaces, Channels channels, MeterLimits limits, Clock clock) {
        this.ledger = ledger;
        answers = new Answers(limits.ledgerTimeout());
        rules = new EventRules(workspaces, clock);
        rater = new Rater(workspaces, channels);
        postings = new Postings(rater);
        counted = new CountedSubscribers(limits.subscribersRemembered());
        terms = new TermsKeeper(ledger, workspaces, answers);
        changes = workspaces.subscribe(terms::sync);
        terms.sync();
    }

    @Deactivate
    void stop() {
        changes.close();
    }

    @Override
    public Decision reserve(UsageEvent estimate, Duration timeout) {
        Workspace workspace = rules.begin().check(estimate);
        Reservation reservation = new Reservation(
                UUID.randomUUID(), workspace.id(), Map.of(estimate.reading().unit(), rater.rate(estimate)), timeout);
        terms.await(workspace);
        return switch (held(reservation)) {
            case ReserveOutcome.Held hold -> new Decision.Allowed(new Hold(workspace.id(), hold.id()));
            case ReserveOutcome.Refused shortage -> new Decision.Refused(shortage);
        };
    }

    private ReserveOutcome held(Reservation reservation) {
        CompletableFuture<ReserveOutcome> answer = ledger.reserve(reservation);
        try {
            return answers.await(answer);
        } catch (LedgerUnavailableException e) {
            // If the answer still comes, nobody is left to use the hold.
            answer.thenAccept(late -> ledger.release(reservation.workspace(), reservation.id()));
            throw e;
        }
    }

    @Override
    public SettleOutcome settle(Hold hold, UsageEvent actual) {
        if (!actual.workspace().equals(hold.workspace())) {
            throw new IllegalArgumentException("event " + actual.id() + " is of another workspace than its hold");
        }
        Weighing weighing =
                new Weighing(postings, counted).add(actual, rules.begin().check(actual));
        List<Posting> batch = weighing.batches().getFirst();
        SettleOutcome outcome = answers.await(ledger.post(hold.workspace(), hold.reservation(), batch));
        if (outcome == SettleOutcome.SETTLED || outcome == SettleOutcome.EXPIRED) {
            weighing.remember();
        }
        return outcome;
    }

    @Override
    public SettleOutcome release(Hold hold) {
        return answers.await(ledger.release(hold.workspace(), hold.reservation()));
    }

    @Override
    public List<Receipt> record(List<UsageEvent> events) {
        Weighing weighing = new Weighing(postings, counted);
        EventRules.Round round = rules.begin();
        for (UsageEvent event : events) {
            weighing.add(event, round.check(event));
        }
        List<List<Posting>> batches = weighing.batches();
        round.workspaces().forEach(terms::await);
        List<Receipt> answered = new ArrayList<>();
        for (List<Posting> batch : batches) {
            answered.addAll(answers.await(ledger.record(batch)));
        }
        weighing.remember();
        return weighing.receipts(answered);
    }
}
