package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;

/** The workspace a browser tab looks at; new tabs begin with the one chosen last. */
final class CurrentWorkspace {

    /** Another workspace was chosen in this tab. */
    static final class Chosen extends ComponentEvent<UI> {
        Chosen(UI ui) {
            super(ui, false);
        }
    }

    private CurrentWorkspace() {}

    static void choose(UI ui, WorkspaceId id) {
        ComponentUtil.setData(ui, WorkspaceId.class, id);
        VaadinSession.getCurrent().setAttribute(WorkspaceId.class, id);
        ComponentUtil.fireEvent(ui, new Chosen(ui));
    }

    static Registration onChosen(UI ui, Runnable listener) {
        return ComponentUtil.addListener(ui, Chosen.class, event -> listener.run());
    }

    /** What was chosen in this tab, else in this session. Needs the session's lock. */
    static Optional<WorkspaceId> chosen(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, WorkspaceId.class))
                .or(() -> Optional.ofNullable(ui.getSession().getAttribute(WorkspaceId.class)));
    }

    /** The chosen one if it is among the visible ones, else the first of them. */
    static Optional<Workspace> among(List<Workspace> visible, Optional<WorkspaceId> chosen) {
        return chosen.flatMap(id -> visible.stream()
                        .filter(workspace -> workspace.id().equals(id))
                        .findFirst())
                .or(() -> visible.stream().findFirst());
    }
}
