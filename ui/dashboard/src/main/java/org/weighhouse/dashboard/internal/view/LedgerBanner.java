package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.dashboard.internal.component.Icon;
import org.weighhouse.dashboard.internal.data.LedgerNotice;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.services.ChangeListener;
import org.weighhouse.dashboard.internal.services.Pulse;
import org.weighhouse.dashboard.internal.services.Services;

/**
 * Says on every page, for as long as it is so, that the ledger has stopped taking entries of the workspace that is shown. Empty otherwise, but always there, so that
 * screen readers read the text out when it comes.
 */
final class LedgerBanner extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBanner.class);

    private Optional<LedgerHealth> shown = Optional.empty();
    private Optional<Subscription> changes = Optional.empty();
    private Optional<Pulse> pulse = Optional.empty();
    private Optional<Registration> chosen = Optional.empty();

    LedgerBanner() {
        setId("ledger-stopped");
        addClassName("wh-banner");
        getElement().setAttribute("role", "alert");
    }

    /** @param health of the ledger that is there; empty while there is none, which pages say by themselves */
    void show(Optional<LedgerHealth> health) {
        Optional<LedgerHealth> stopped = health.filter(each -> !each.writable());
        if (stopped.equals(shown)) {
            return;
        }
        shown = stopped;
        removeAll();
        stopped.ifPresent(each -> {
            Div line = new Div(Icon.WARNING.create(), new Span(LedgerNotice.text(each)));
            line.addClassName("wh-banner-line");
            add(line);
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Pulse updates = new Pulse(() -> later(ui));
        pulse = Optional.of(updates);
        changes = Optional.of(Services.get().subscribe(listener(updates)));
        chosen = Optional.of(CurrentWorkspace.onChosen(ui, () -> show(health(ui))));
        show(health(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        changes.ifPresent(Subscription::close);
        pulse.ifPresent(Pulse::close);
        chosen.ifPresent(Registration::remove);
    }

    /** How the ledger is for the workspace that is shown. Needs the session's lock. */
    private static Optional<LedgerHealth> health(UI ui) {
        return Services.get()
                .backend()
                .flatMap(backend -> LoggedInUser.current()
                        .map(user -> user.visible(backend.workspaces().all())))
                .flatMap(visible -> CurrentWorkspace.among(visible, CurrentWorkspace.chosen(ui)))
                .flatMap(workspace -> Services.get().ledgerHealth(workspace.id()));
    }

    private void later(UI ui) {
        try {
            ui.access(() -> show(health(ui)));
        } catch (UIDetachedException left) {
            LOG.debug("The page was left meanwhile");
        }
    }

    private static ChangeListener listener(Pulse updates) {
        return new ChangeListener() {
            @Override
            public void usageChanged(WorkspaceId workspace) {
                // A ledger that writes has not stopped.
            }

            @Override
            public void everythingChanged() {
                updates.signal();
            }
        };
    }
}
