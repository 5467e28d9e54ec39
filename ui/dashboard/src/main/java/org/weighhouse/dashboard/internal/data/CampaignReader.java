package org.weighhouse.dashboard.internal.data;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/** Use by campaign. Thread-safe. */
public final class CampaignReader {

    private static final Comparator<CampaignActivity> LATEST_FIRST = Comparator.comparing(CampaignActivity::lastActive)
            .thenComparing(campaign -> campaign.messages().amount())
            .thenComparing(campaign -> campaign.tokens().amount())
            .reversed()
            .thenComparing(CampaignActivity::name);

    private final UsageQueries queries;

    public CampaignReader(UsageQueries queries) {
        this.queries = queries;
    }

    /** Latest first; use that names no campaign is left out. */
    public List<CampaignActivity> read(Workspace workspace, DaySpan days) {
        Map<String, CampaignActivity> found = new HashMap<>();
        add(found, workspace, Unit.MESSAGE_CREDIT, days);
        add(found, workspace, Unit.AI_TOKEN, days);
        return found.values().stream().sorted(LATEST_FIRST).toList();
    }

    private void add(Map<String, CampaignActivity> found, Workspace workspace, Unit unit, DaySpan days) {
        UsageQuery query = UsageQuery.total(workspace.id(), unit, days.range(workspace.zone()), workspace.zone())
                .by(Dimension.CAMPAIGN)
                .per(Window.DAY);
        for (UsageRow row : queries.query(query)) {
            String id = row.group().getFirst();
            if (!id.isEmpty()) {
                found.merge(id, activity(id, unit, row, workspace), CampaignReader::plus);
            }
        }
    }

    private static CampaignActivity activity(String id, Unit unit, UsageRow row, Workspace workspace) {
        return new CampaignActivity(
                id,
                Names.readable(id),
                unit == Unit.MESSAGE_CREDIT ? row.usage() : Usage.NONE,
                unit == Unit.AI_TOKEN ? row.usage() : Usage.NONE,
                LocalDate.ofInstant(row.slice().from(), workspace.zone()));
    }

    private static CampaignActivity plus(CampaignActivity one, CampaignActivity other) {
        return new CampaignActivity(
                one.id(),
                one.name(),
                one.messages().plus(other.messages()),
                one.tokens().plus(other.tokens()),
                one.lastActive().isAfter(other.lastActive()) ? one.lastActive() : other.lastActive());
    }
}
