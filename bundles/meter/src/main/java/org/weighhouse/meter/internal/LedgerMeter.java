package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** The meter over the ledger: checks, sees that the ledger knows the workspace's terms, and hands on. */
@Component(service = Meter.class, configurationPid = MeterConfig.PID, immediate = true)
@Designate(ocd = MeterConfig.class)
public final class LedgerMeter implements Meter {

    private final Rules rules;
    private final UsageQueries queries;
    private final AuditTrail trail;
    private final TermsKeeper terms;
    private final Subscription changes;
    private final Holding holding;
    private final Recording recording;
    private final Amending amending;

    @Activate
    public LedgerMeter(
            @Reference Ledger ledger,
            @Reference UsageQueries queries,
            @Reference Workspaces workspaces,
            @Reference CatalogFeed feed,
            @Reference Channels channels,
            @Reference AuditTrail trail,
            MeterConfig config) {
        this(ledger, queries, workspaces, feed, channels, trail, MeterLimits.of(config), Clock.systemUTC());
    }

    LedgerMeter(
            Ledger ledger,
            UsageQueries queries,
            Workspaces workspaces,
            CatalogFeed feed,
            Channels channels,
            AuditTrail trail,
            MeterLimits limits,
            Clock clock) {
        Answers answers = new Answers(limits.ledgerTimeout());
        Pricing pricing = new Pricing(new Rater(workspaces, channels), new CostRater(workspaces));
        Restatements restatements = new Restatements(new Fold(pricing));
        CountedSubscribers counted = new CountedSubscribers(limits.subscribersRemembered());
        Turns turns = new Turns(limits.ledgerTimeout());
        this.queries = queries;
        this.trail = trail;
        rules = new Rules(workspaces, clock);
        holding = new Holding(ledger, queries, answers, pricing, restatements, counted);
        recording = new Recording(ledger, queries, answers, pricing, restatements, counted, turns);
        amending = new Amending(ledger, queries, answers, restatements, turns);
        terms = new TermsKeeper(ledger, workspaces, feed, answers);
        changes = terms.follow();
    }

    @Deactivate
    void stop() {
        changes.close();
    }

    @Override
    public Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout) {
        Workspace known = rules.workspace(workspace);
        Item item = Item.of(OwnSource.GATEWAY, "", expected);
        rules.check(item);
        Reservation reservation = holding.reservation(known, item, timeout);
        terms.await(known);
        return holding.reserve(reservation);
    }

    @Override
    public SettleOutcome settle(Hold hold, Occurrence actual) {
        Workspace workspace = rules.workspace(hold.workspace());
        Item item = Item.of(OwnSource.GATEWAY, hold.reservation().toString(), actual);
        rules.check(item);
        return holding.settle(workspace, hold, item);
    }

    @Override
    public SettleOutcome voidHold(Hold hold) {
        return holding.voidHold(hold);
    }

    @Override
    public Receipt observe(WorkspaceId workspace, String observer, String id, Occurrence seen) {
        Workspace known = rules.workspace(workspace);
        rules.checkObservation(observer, id);
        Item item = Item.of(
                OwnSource.ACCOUNT.of(observer),
                org.weighhouse.api.Reference.of(id).value(),
                seen);
        rules.check(item);
        terms.await(known);
        return recording.observe(known, item);
    }

    @Override
    public AmendOutcome amend(
            WorkspaceId workspace, String channel, org.weighhouse.api.Reference reference, Amendment amendment) {
        Workspace known = rules.workspace(workspace);
        rules.checkAmendment(channel, reference, amendment);
        terms.await(known);
        return amending.amend(known.id(), channel, reference, amendment);
    }

    @Override
    public Attribution attribution(WorkspaceId workspace, String channel, org.weighhouse.api.Reference reference) {
        return queries.dossier(rules.workspace(workspace).id(), channel, reference)
                .original()
                .map(LedgerEntry::attribution)
                .orElse(Attribution.NONE);
    }

    @Override
    public List<Receipt> record(WorkspaceId workspace, List<UsageEvent> events) {
        Workspace known = rules.workspace(workspace);
        events.forEach(rules::checkSource);
        List<Item> items = events.stream().map(Item::of).toList();
        rules.check(items);
        Weighing weighing = recording.weigh(known, items);
        List<List<Posting>> batches = weighing.batches();
        if (batches.isEmpty()) {
            return List.of();
        }
        terms.await(known);
        List<Receipt> receipts = recording.record(known, weighing, batches);
        if (items.stream().anyMatch(Item::isCorrection)) {
            // Which ones is in the ledger.
            trail.noteOften(
                    Acting.current(),
                    Deed.done(Action.USAGE_CORRECTED, known.id().value(), known.id()));
        }
        return receipts;
    }
}
