package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A plain table of few rows, drawn anew only when its rows changed. Scrolls by itself where it is too wide. */
public final class Table<R> extends Div {

    private final NativeTable table = new NativeTable();
    private final String empty;
    private List<R> shown = List.of();
    private Object shownWith = "";

    /**
     * @param empty what to say when there are no rows
     * @param headers of the columns; one that ends in {@code #} is of numbers
     */
    public Table(String caption, String empty, String... headers) {
        this.empty = empty;
        addClassName("wh-table");
        table.getElement().setAttribute("aria-label", caption);
        // A table that is too wide can be scrolled by keyboard too.
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption + ", table")
                .setAttribute("tabindex", "0");
        NativeTableRow head = new NativeTableRow();
        for (String header : headers) {
            boolean number = header.endsWith("#");
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(number ? header.substring(0, header.length() - 1) : header);
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("wh-number", number);
            head.add(cell);
        }
        table.getHead().add(head);
        add(table);
        showEmpty();
    }

    /**
     * Shows rows.
     *
     * @param with what else the look of the rows depends on, such as formats
     */
    public void show(List<R> rows, Object with, BiConsumer<NativeTableRow, R> draw) {
        if (rows.equals(shown) && Objects.equals(with, shownWith)) {
            return;
        }
        table.getBody().removeAll();
        rows.forEach(row -> table.getBody().add(new NativeTableRow()));
        drawAll(rows, with, draw);
    }

    /**
     * Shows rows, and keeps the lines that are there while the keys of all rows are the same, so that a control in them
     * keeps the focus.
     *
     * @param draw fills an empty line, or changes one that was drawn for the same key
     */
    public void show(List<R> rows, Object with, Function<R, Object> key, BiConsumer<NativeTableRow, R> draw) {
        if (rows.stream().map(key).toList().equals(shown.stream().map(key).toList())) {
            drawAll(rows, with, draw);
        } else {
            show(rows, with, draw);
        }
    }

    private void drawAll(List<R> rows, Object with, BiConsumer<NativeTableRow, R> draw) {
        shown = List.copyOf(rows);
        shownWith = with;
        Iterator<R> next = shown.iterator();
        table.getBody()
                .getChildren()
                .map(NativeTableRow.class::cast)
                .toList()
                .forEach(line -> draw.accept(line, next.next()));
        showEmpty();
    }

    public static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("wh-number");
        return cell;
    }

    public static NativeTableCell cell(Component... content) {
        return new NativeTableCell(content);
    }

    private void showEmpty() {
        table.setVisible(!shown.isEmpty());
        getChildren().filter(Span.class::isInstance).toList().forEach(this::remove);
        if (shown.isEmpty()) {
            Span nothing = new Span(empty);
            nothing.addClassName("wh-empty");
            add(nothing);
        }
    }
}
