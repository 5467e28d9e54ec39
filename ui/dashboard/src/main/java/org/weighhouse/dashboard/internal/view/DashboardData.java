package org.weighhouse.dashboard.internal.view;

import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.CampaignActivity;
import org.weighhouse.dashboard.internal.data.CampaignReader;
import org.weighhouse.dashboard.internal.data.ChannelView;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Indicator;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.SystemAlert;
import org.weighhouse.dashboard.internal.data.UsageReader;
import org.weighhouse.dashboard.internal.services.Backend;

/**
 * All of the dashboard, read at one time.
 *
 * @param cost what the providers charge this month; zero where there are no prices
 */
record DashboardData(
        List<Indicator> indicators,
        Amount cost,
        Breakdown usage,
        List<CampaignActivity> campaigns,
        List<SystemAlert> alerts) {

    /** The cards, in their order. */
    static final List<Unit> CARDS = List.of(Unit.SUBSCRIBER, Unit.MESSAGE_CREDIT, Unit.AI_TOKEN);

    /** Campaigns whose last use is longer ago are not recent. */
    static final int RECENT_DAYS = 30;

    static final int MAX_RECENT = 5;

    static DashboardData read(Backend backend, Question question, Formats formats, Instant now) {
        Workspace workspace = question.workspace();
        DaySpan recent = DaySpan.last(RECENT_DAYS, now, workspace.zone());
        List<CampaignActivity> campaigns = new CampaignReader(backend.queries()).read(workspace, recent);
        List<Indicator> indicators = indicators(backend, workspace, now);
        return new DashboardData(
                indicators,
                backend.queries().balance(workspace.id(), Unit.COST, now).used(),
                new UsageReader(backend.queries(), backend.names(workspace)).read(question),
                campaigns.subList(0, Math.min(MAX_RECENT, campaigns.size())),
                alerts(backend, workspace, indicators, formats));
    }

    static List<Indicator> indicators(Backend backend, Workspace workspace, Instant now) {
        return CARDS.stream()
                .map(unit -> indicator(backend.queries(), workspace, unit, now))
                .toList();
    }

    private static Indicator indicator(UsageQueries queries, Workspace workspace, Unit unit, Instant now) {
        Balance balance = queries.balance(workspace.id(), unit, now);
        return Indicator.of(unit, balance, used(queries, workspace, unit, balance.period()));
    }

    /** What the providers charge for a range; zero where there are no prices. */
    static Amount cost(UsageQueries queries, Workspace workspace, TimeRange range) {
        return used(queries, workspace, Unit.COST, range).amount();
    }

    private static Usage used(UsageQueries queries, Workspace workspace, Unit unit, TimeRange range) {
        return queries.query(UsageQuery.total(workspace.id(), unit, range, workspace.zone())).stream()
                .map(UsageRow::usage)
                .reduce(Usage.NONE, Usage::plus);
    }

    static List<SystemAlert> alerts(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return alerts(backend, workspace, indicators(backend, workspace, now), formats);
    }

    private static List<SystemAlert> alerts(
            Backend backend, Workspace workspace, List<Indicator> indicators, Formats formats) {
        return SystemAlert.of(
                backend.ledgerHealth(workspace),
                backend.doors(),
                indicators,
                ChannelView.of(backend.channels(), backend.accounts(), workspace),
                backend.refused(workspace),
                backend.names(workspace),
                formats);
    }
}
