package org.weighhouse.dashboard.internal.view;

import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
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

/** All of the dashboard, read at one time. */
record DashboardData(
        List<Indicator> indicators, Breakdown usage, List<CampaignActivity> campaigns, List<SystemAlert> alerts) {

    /** The cards, in their order. */
    static final List<Unit> CARDS = List.of(Unit.SUBSCRIBER, Unit.MESSAGE_CREDIT, Unit.AI_TOKEN);

    /** Campaigns whose last use is longer ago are not recent. */
    static final int RECENT_DAYS = 30;

    static final int MAX_RECENT = 5;

    static DashboardData read(Backend backend, Question question, Formats formats, Instant now) {
        Workspace workspace = question.workspace();
        DaySpan recent = DaySpan.last(RECENT_DAYS, now, workspace.zone());
        List<CampaignActivity> campaigns = new CampaignReader(backend.queries()).read(workspace, recent);
        return new DashboardData(
                indicators(backend, workspace, now),
                new UsageReader(backend.queries(), backend.channels()).read(question),
                campaigns.subList(0, Math.min(MAX_RECENT, campaigns.size())),
                alerts(backend, workspace, formats, now));
    }

    static List<Indicator> indicators(Backend backend, Workspace workspace, Instant now) {
        return CARDS.stream()
                .map(unit -> Indicator.of(unit, backend.queries().balance(workspace.id(), unit, now)))
                .toList();
    }

    static List<SystemAlert> alerts(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return SystemAlert.of(
                backend.ledgerHealth(),
                indicators(backend, workspace, now),
                ChannelView.of(backend.channels(), backend.accounts(), workspace),
                formats);
    }
}
