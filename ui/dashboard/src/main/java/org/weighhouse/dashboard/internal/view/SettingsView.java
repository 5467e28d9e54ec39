package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.api.Network;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.Facts;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.Table;
import org.weighhouse.dashboard.internal.component.ThemeSwitch;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.services.Backend;

/** What a workspace is set to. Changes are made in the shell. */
@Route(value = "settings", layout = MainLayout.class)
@PageTitle("Settings · Weighhouse")
public final class SettingsView extends LiveView<List<SettingsView.Key>> {

    private static final String NEVER = "Never";

    private final Facts facts = new Facts("workspace-facts");
    private final Table<Key> keys = new Table<>(
            "Keys",
            "No key yet. Make one in the shell: weighhouse:key-create.",
            "Label",
            "Key",
            "Good for",
            "From",
            "Made",
            "Ends",
            "Last used");

    /** A key, and when it was used last. */
    record Key(KeyInfo info, Optional<Instant> lastUsed) {}

    public SettingsView() {
        super("Settings");
        keys.setId("keys");
        Paragraph secret =
                new Paragraph("A key is shown once, when it is made. Only its last four characters are kept here.");
        secret.addClassName("wh-muted");
        content()
                .add(
                        new Panel("Workspace", facts),
                        new Panel("Keys", keys, secret),
                        new Panel("Appearance", new ThemeSwitch()));
    }

    @Override
    List<Key> read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return backend.keys().stream()
                .flatMap(service ->
                        service.list(workspace.id()).stream().map(info -> new Key(info, service.lastUsed(info.id()))))
                .toList();
    }

    @Override
    void show(List<Key> data, Workspace workspace, Formats formats) {
        facts.show("Name", workspace.name());
        facts.show("Id", workspace.id().value());
        facts.show("Time zone", workspace.zone().getId());
        facts.show("Plan", workspace.plan());
        facts.show("Currency", workspace.currency().getCurrencyCode());
        keys.show(data, formats, (row, key) -> draw(row, key, formats));
    }

    private static void draw(NativeTableRow row, Key key, Formats formats) {
        KeyInfo info = key.info();
        KeyTerms terms = info.terms();
        Span label = new Span(info.label());
        label.addClassName("wh-name");
        row.add(
                Table.cell(label),
                Table.cell(new Code(ApiKeys.PREFIX + "…" + info.hint())),
                Table.cell(new Span(terms.scopes().stream().map(KeyScope::slug).collect(Collectors.joining(", ")))),
                Table.cell(new Span(sources(terms))),
                Table.cell(new Span(formats.date(info.created()))),
                Table.cell(
                        new Span(terms.validity().expires().map(formats::date).orElse(NEVER))),
                Table.cell(new Span(key.lastUsed().map(formats::time).orElse(NEVER))));
    }

    private static String sources(KeyTerms terms) {
        return terms.validity().sources().isEmpty()
                ? "Everywhere"
                : terms.validity().sources().stream().map(Network::toString).collect(Collectors.joining(", "));
    }
}
