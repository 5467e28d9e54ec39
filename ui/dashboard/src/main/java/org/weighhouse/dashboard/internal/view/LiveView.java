package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.ChangeListener;
import org.weighhouse.dashboard.internal.services.Pulse;
import org.weighhouse.dashboard.internal.services.Services;

/**
 * A page that follows what it shows. Data is read without the session's lock and then shown under it; while a service
 * is away the page says so, keeps what it had, and goes on when the service is back.
 *
 * @param <T> what is read, a record
 */
abstract class LiveView<T> extends Main {

    /** How long after a failed reading the next one is tried. */
    static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);

    private final Div content = new Div();
    private final Paragraph subtitle = new Paragraph();
    private final Notice notice = new Notice();
    private volatile Optional<WorkspaceId> chosen = Optional.empty();
    private volatile Optional<WorkspaceId> shown = Optional.empty();
    private Optional<Attached> attached = Optional.empty();

    /** What is let go of when the page is left. */
    private record Attached(Pulse pulse, Subscription changes, Registration workspace) {
        void close() {
            changes.close();
            pulse.close();
            workspace.remove();
        }
    }

    LiveView(String title) {
        addClassName("wh-view");
        subtitle.addClassName("wh-subtitle");
        Div head = new Div(new H1(title), subtitle);
        head.addClassName("wh-view-head");
        content.addClassName("wh-content");
        content.setVisible(false);
        add(head, notice, content);
    }

    /** Reads what the page shows; called on any thread, with no lock held. */
    abstract T read(Backend backend, Workspace workspace, Formats formats, Instant now);

    /** Shows it; called under the session's lock. */
    abstract void show(T data, Workspace workspace, Formats formats);

    /** What stands under the title. */
    String subtitle(Workspace workspace, Formats formats) {
        return workspace.name();
    }

    final Div content() {
        return content;
    }

    /** Reads and shows at once; for filters that somebody changed. */
    final void refresh() {
        getUI().ifPresent(ui ->
                LoggedInUser.current().ifPresent(user -> apply(Reading.of(this, user, chosen, ui.getLocale()))));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        chosen = CurrentWorkspace.chosen(ui);
        LoggedInUser.current().ifPresent(user -> {
            Pulse pulse = new Pulse(() -> update(ui, user));
            attached = Optional.of(new Attached(
                    pulse,
                    Services.get().subscribe(listener(pulse)),
                    CurrentWorkspace.onChosen(ui, () -> workspaceChosen(ui))));
            refresh();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        attached.ifPresent(Attached::close);
        attached = Optional.empty();
    }

    private void workspaceChosen(UI ui) {
        chosen = CurrentWorkspace.chosen(ui);
        refresh();
    }

    private ChangeListener listener(Pulse pulse) {
        return new ChangeListener() {
            @Override
            public void usageChanged(WorkspaceId workspace) {
                if (shown.map(workspace::equals).orElse(true)) {
                    pulse.signal();
                }
            }

            @Override
            public void everythingChanged() {
                pulse.signal();
            }
        };
    }

    private void update(UI ui, LoggedInUser user) {
        Reading<T> reading = Reading.of(this, user, chosen, ui.getLocale());
        try {
            ui.access(() -> apply(reading));
        } catch (UIDetachedException left) {
            LOG.debug("The page was left meanwhile");
        }
    }

    private void apply(Reading<T> reading) {
        content.getElement().setAttribute("data-stale", String.valueOf(reading instanceof Reading.Away));
        switch (reading) {
            case Reading.Ready<T>(T data, Workspace workspace, Formats formats) -> {
                shown = Optional.of(workspace.id());
                subtitle.setText(subtitle(workspace, formats));
                show(data, workspace, formats);
                content.setVisible(true);
                notice.hide();
            }
            case Reading.Away<T> away -> {
                notice.away();
                attached.ifPresent(live -> live.pulse().signalAfter(RETRY));
            }
            case Reading.NoWorkspace<T> none -> {
                content.setVisible(false);
                notice.noWorkspace();
            }
            case Reading.Forbidden<T> forbidden -> {
                content.setVisible(false);
                notice.forbidden();
            }
        }
    }
}
