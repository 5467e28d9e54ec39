package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.services.ChangeListener;
import org.weighhouse.dashboard.internal.services.Pulse;
import org.weighhouse.dashboard.internal.services.Services;

/** The name of the workspace that is shown; a choice where the user may see several. */
final class WorkspacePicker extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspacePicker.class);

    private final Select<Workspace> select = new Select<>();
    private final Span only = new Span();
    private List<Workspace> shown = List.of();
    private Optional<Subscription> changes = Optional.empty();
    private Optional<Pulse> pulse = Optional.empty();

    WorkspacePicker() {
        addClassName("wh-workspace");
        select.setId("workspace");
        select.setAriaLabel("Workspace");
        select.setItemLabelGenerator(Workspace::name);
        select.setVisible(false);
        select.addValueChangeListener(change -> {
            select.getElement()
                    .setAttribute(
                            "title",
                            change.getValue() == null ? "" : change.getValue().name());
            if (change.isFromClient()) {
                getUI().ifPresent(ui ->
                        CurrentWorkspace.choose(ui, change.getValue().id()));
            }
        });
        only.setId("workspace-name");
        add(select, only);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Pulse updates = new Pulse(() -> later(ui));
        pulse = Optional.of(updates);
        changes = Optional.of(Services.get().subscribe(listener(updates)));
        show(ui);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        changes.ifPresent(Subscription::close);
        pulse.ifPresent(Pulse::close);
    }

    private void later(UI ui) {
        try {
            ui.access(() -> show(ui));
        } catch (UIDetachedException left) {
            LOG.debug("The page was left meanwhile");
        }
    }

    private void show(UI ui) {
        List<Workspace> visible = Services.get()
                .backend()
                .flatMap(backend -> LoggedInUser.current()
                        .map(user -> user.visible(backend.workspaces().all())))
                .orElse(shown);
        if (visible.equals(shown)) {
            return;
        }
        shown = visible;
        select.setItems(visible);
        select.getStyle().set("--name-length", String.valueOf(longestName(visible)));
        Optional<Workspace> current = CurrentWorkspace.among(visible, CurrentWorkspace.chosen(ui));
        current.ifPresent(select::setValue);
        select.setVisible(visible.size() > 1);
        only.setText(visible.size() > 1 ? "" : current.map(Workspace::name).orElse(""));
        only.setTitle(only.getText());
    }

    private static int longestName(List<Workspace> workspaces) {
        return workspaces.stream()
                .mapToInt(workspace -> workspace.name().length())
                .max()
                .orElse(0);
    }

    private static ChangeListener listener(Pulse updates) {
        return new ChangeListener() {
            @Override
            public void usageChanged(WorkspaceId workspace) {
                // Names do not depend on usage.
            }

            @Override
            public void everythingChanged() {
                updates.signal();
            }
        };
    }
}
