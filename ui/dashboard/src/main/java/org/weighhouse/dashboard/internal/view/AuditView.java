package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.TrailExport;
import org.weighhouse.dashboard.internal.component.AuditTable;
import org.weighhouse.dashboard.internal.component.Choice;
import org.weighhouse.dashboard.internal.component.Icon;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.Needs;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.Services;

/** Who did what, and when. */
@Route(value = "audit", layout = MainLayout.class)
@PageTitle("Audit trail · Weighhouse")
@Needs(Permission.MANAGE)
public final class AuditView extends LiveView<AuditView.Data> {

    /** Lines that are shown at first, and that are added at a time. */
    static final int STEP = 50;

    private static final int SERVICE_UNAVAILABLE = 503;

    /** @param more whether there are others before these */
    record Data(List<AuditEntry> entries, boolean more, boolean admin) {}

    private final AuditTable table = new AuditTable("audit-entries");
    private final Choice<Boolean> scope = new Choice<>("What is shown", this::choose)
            .option(false, "This workspace", "audit-workspace")
            .option(true, "Whole installation", "audit-everything");
    private final TextField who = new TextField("Who");
    private final Select<Action> what = new Select<>();
    private final NativeButton more = new NativeButton("Show more", click -> showMore());
    private final Paragraph rest = new Paragraph();

    private volatile Optional<LoggedInUser> user = Optional.empty();
    private volatile boolean everything;
    private volatile Optional<String> actor = Optional.empty();
    private volatile Optional<Action> action = Optional.empty();
    private volatile int limit = STEP;

    /** Of the workspace that is shown; for the download, which comes on a thread of its own. */
    private volatile Optional<Workspace> shown = Optional.empty();

    public AuditView() {
        super("Audit trail");
        scope.select(false);
        who.setId("audit-who");
        who.setPlaceholder("Anybody");
        who.setClearButtonVisible(true);
        who.addValueChangeListener(event -> {
            String name = event.getValue().strip();
            actor = name.isEmpty() ? Optional.empty() : Optional.of(name);
            filtered();
        });
        what.setId("audit-what");
        what.setLabel("What");
        what.setItems(Action.values());
        what.setItemLabelGenerator(each -> each == null ? "Anything" : each.title());
        what.setEmptySelectionAllowed(true);
        what.setEmptySelectionCaption("Anything");
        what.addValueChangeListener(event -> {
            action = Optional.ofNullable(event.getValue());
            filtered();
        });
        more.setId("audit-more");
        more.addClassName("wh-plain-button");
        rest.addClassName("wh-muted");
        Div filters = new Div(who, what);
        filters.addClassName("wh-audit-filters");
        content().add(new Panel("Who did what", filters, table, rest, more).withControls(scope, download()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        user = LoggedInUser.current();
        super.onAttach(event);
    }

    @Override
    Data read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        AuditTrail trail = Services.get().trail().orElseThrow(() -> new IllegalStateException("there is no trail"));
        int most = limit;
        List<AuditEntry> entries = trail.find(query(workspace).atMost(Math.min(most + 1, AuditTrail.MAX_ENTRIES)));
        boolean longer = entries.size() > most;
        return new Data(longer ? entries.subList(0, most) : entries, longer, isAdmin());
    }

    private boolean isAdmin() {
        return user.filter(each -> each.access().may(Permission.ADMINISTER)).isPresent();
    }

    /** Asks each time for what the user may: roles can be taken while a page is open. */
    private AuditQuery query(Workspace workspace) {
        AuditQuery all = AuditQuery.newest(AuditTrail.MAX_ENTRIES).by(actor).only(action);
        return everything && isAdmin() ? all : all.of(Set.of(workspace.id()));
    }

    @Override
    void show(Data data, Workspace workspace, Formats formats) {
        shown = Optional.of(workspace);
        scope.setVisible(data.admin());
        table.show(data.entries(), formats);
        boolean most = limit >= AuditTrail.MAX_ENTRIES - 1;
        more.setVisible(data.more() && !most);
        rest.setText(data.more() && most ? "There are more; export them, or choose fewer." : "");
    }

    private void choose(boolean all) {
        everything = all;
        filtered();
    }

    private void filtered() {
        limit = STEP;
        refresh();
    }

    private void showMore() {
        limit = Math.min(limit + STEP, AuditTrail.MAX_ENTRIES - 1);
        refresh();
    }

    private Anchor download() {
        DownloadHandler handler = this::write;
        Anchor anchor = new Anchor(handler, "");
        anchor.setId("audit-export");
        anchor.addClassName("wh-button");
        anchor.add(Icon.DOWNLOAD.create(), new Span("Export CSV"));
        return anchor;
    }

    /** Runs on the request's thread without the page's lock, so that a long trail holds nobody up. */
    private void write(DownloadEvent event) throws IOException {
        Optional<TrailExport> export = Services.get().trailExport();
        Optional<Workspace> workspace = shown.filter(this::mayManage);
        if (export.isEmpty() || workspace.isEmpty()) {
            event.getResponse().sendError(SERVICE_UNAVAILABLE, "The trail cannot be written just now. Try again soon.");
            return;
        }
        event.setFileName("audit-" + LocalDate.now(workspace.get().zone()) + ".csv");
        event.setContentType(ReportRequest.Format.CSV.contentType());
        export.get().write(query(workspace.get()), event.getOutputStream());
    }

    private boolean mayManage(Workspace workspace) {
        return user.filter(each -> each.access().may(Permission.MANAGE, workspace.id()))
                .isPresent();
    }
}
