package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.weighhouse.dashboard.internal.data.EntryLine;
import org.weighhouse.dashboard.internal.data.Formats;

/** Entries of the ledger, one a line. */
public final class EntryTable extends Div {

    private final Table<EntryLine> table;

    public EntryTable(String id) {
        setId(id);
        table = new Table<>("Entries", "No entry is behind this number any more.", "Time", "Entry", "For", "Used#");
        add(table);
    }

    public void show(List<EntryLine> lines, Formats formats) {
        table.show(lines, formats, (line, entry) -> draw(line, entry, formats));
    }

    private static void draw(NativeTableRow line, EntryLine entry, Formats formats) {
        Div name = new Div(new Code(entry.id()));
        if (!entry.corrects().isEmpty()) {
            Span correction = new Span("corrects " + entry.corrects());
            correction.addClassName("wh-muted");
            name.add(new Div(correction));
        }
        name.addClassName("wh-entry");
        line.add(
                Table.cell(new Span(formats.time(entry.time()))),
                Table.cell(name),
                Table.cell(new Span(entry.about())),
                Table.number(entry.counted().text(formats)));
    }
}
