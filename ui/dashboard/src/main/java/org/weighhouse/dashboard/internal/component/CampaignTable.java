package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.weighhouse.dashboard.internal.data.CampaignActivity;
import org.weighhouse.dashboard.internal.data.Counted;
import org.weighhouse.dashboard.internal.data.Formats;

/** What campaigns used. */
public final class CampaignTable extends Div {

    private final Table<CampaignActivity> table;

    public CampaignTable(String id) {
        setId(id);
        table = new Table<>(
                "Campaigns",
                "No campaign was active in these days. Calls name theirs with the header “baggage: campaign=…”.",
                "Campaign",
                "Messages#",
                "AI tokens#",
                "Last active#");
        add(table);
    }

    public void show(List<CampaignActivity> campaigns, Formats formats) {
        table.show(campaigns, formats, (line, campaign) -> draw(line, campaign, formats));
    }

    private static String text(Counted counted, Formats formats) {
        return counted.isWeighted() ? counted.text(formats) : formats.amount(counted.charged());
    }

    private static void draw(NativeTableRow line, CampaignActivity campaign, Formats formats) {
        line.setId("campaign-" + campaign.id());
        Span name = new Span(campaign.name());
        name.addClassName("wh-name");
        line.add(
                Table.cell(name),
                Table.number(text(campaign.countedMessages(), formats)),
                Table.number(text(campaign.countedTokens(), formats)),
                Table.number(formats.day(campaign.lastActive())));
    }
}
