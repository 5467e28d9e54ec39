package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.dashboard.internal.data.Formats;

/** Lines of the audit trail, the newest first. */
public final class AuditTable extends Div {

    private final Table<AuditEntry> table =
            new Table<>("Audit trail", "Nothing of the kind was done.", "Time", "Who", "What", "To what", "Detail");

    public AuditTable(String id) {
        setId(id);
        add(table);
    }

    public void show(List<AuditEntry> entries, Formats formats) {
        table.show(entries, formats, (row, entry) -> draw(row, entry, formats));
    }

    private static void draw(NativeTableRow row, AuditEntry entry, Formats formats) {
        Deed deed = entry.deed();
        row.add(
                Table.cell(new Span(formats.time(entry.at()))),
                Table.cell(twoLines(entry.actor().name(), from(entry.actor()))),
                Table.cell(what(deed)),
                Table.cell(twoLines(
                        deed.subject(), deed.workspace().map(WorkspaceId::value).orElse(""))),
                Table.cell(new Span(deed.detail())));
    }

    private static Component what(Deed deed) {
        Span title = new Span(deed.action().title());
        if (deed.outcome() == Deed.Outcome.DONE) {
            return title;
        }
        Span refused = new Span("Refused");
        refused.addClassName("wh-refused");
        return new Div(new Div(title), new Div(refused));
    }

    private static String from(Actor actor) {
        return switch (actor.way()) {
            case PRODUCT -> "";
            case DASHBOARD, CONSOLE, REST, JMX, OTHER ->
                actor.way().slug() + (actor.address().isEmpty() ? "" : ", " + actor.address());
        };
    }

    private static Component twoLines(String first, String second) {
        Span name = new Span(first);
        name.addClassName("wh-name");
        Span more = new Span(second);
        more.addClassName("wh-muted");
        return second.isEmpty() ? name : new Div(new Div(name), new Div(more));
    }
}
