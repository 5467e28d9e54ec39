package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.ReportPanel;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.Services;

/** Reports to take away. */
@Route(value = "reports", layout = MainLayout.class)
@PageTitle("Reports · Weighhouse")
public final class ReportsView extends LiveView<Boolean> {

    private final ReportPanel report = new ReportPanel();

    public ReportsView() {
        super("Reports");
        content().add(new Panel("Export a report", report));
    }

    /** Whether reports can be written now. */
    @Override
    Boolean read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return Services.get().reports().isPresent();
    }

    @Override
    void show(Boolean available, Workspace workspace, Formats formats) {
        report.show(workspace, formats, available);
    }
}
