package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Share;

/** The shares of a breakdown as lines such as "WhatsApp – 6,700 messages", with their part of the whole. */
public final class BreakdownTable extends Div {

    /** What "(other)" means; the limit itself is a setting of the ledger. */
    static final String OTHER_EXPLAINED = "“(other)”: more than 1,000 combinations on one day are counted together;"
            + " the entries keep the real names.";

    private record Look(Formats formats, Unit unit, Amount total) {}

    private final Table<Share> table;
    private final Span sum = new Span();
    private final Paragraph other = new Paragraph(OTHER_EXPLAINED);
    private final String id;
    private final Optional<Consumer<Share>> picked;

    /** @param id also what the ids of its rows begin with */
    public BreakdownTable(String id, String caption, String firstHeader) {
        this(id, caption, firstHeader, Optional.empty());
    }

    /** @param picked called when somebody asks for the entries behind a row; empty if nobody can */
    public BreakdownTable(String id, String caption, String firstHeader, Optional<Consumer<Share>> picked) {
        this.id = id;
        this.picked = picked;
        setId(id);
        table = new Table<>(caption, "Nothing was used in these days.", firstHeader, "Share", "Used#");
        sum.setId(id + "-total");
        Div foot = new Div(new Span("Total"), sum);
        foot.addClassName("wh-table-total");
        other.setId(id + "-other-explained");
        other.addClassName("wh-muted");
        other.setVisible(false);
        add(table, foot, other);
    }

    public void show(Breakdown breakdown, Formats formats) {
        Unit unit = breakdown.question().unit();
        Look look = new Look(formats, unit, breakdown.total());
        table.show(
                breakdown.shares(),
                look,
                share -> share.key() + share.label(),
                (line, share) -> draw(line, share, look));
        sum.setText(breakdown.counted().text(formats));
        other.setVisible(breakdown.hasOther());
    }

    private void draw(NativeTableRow line, Share share, Look look) {
        ShareLine drawn = Optional.ofNullable(ComponentUtil.getData(line, ShareLine.class))
                .orElseGet(() -> newLine(line, share));
        drawn.show(share, look.total(), look.unit(), look.formats());
    }

    private ShareLine newLine(NativeTableRow line, Share share) {
        String name = share.key().isEmpty() ? "none" : share.key();
        ShareLine drawn = new ShareLine(line, id + "-" + name, share, picked);
        ComponentUtil.setData(line, ShareLine.class, drawn);
        return drawn;
    }
}
