package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.dashboard.internal.component.EntryTable;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.data.Entries;
import org.weighhouse.dashboard.internal.data.EntriesReader;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.UnitNames;
import org.weighhouse.dashboard.internal.services.Services;

/** Why a number is what it is: the entries behind a row, as they are when it is asked for. */
final class EntriesPanel extends Div {

    /** Readings of the journal at one time, over all pages; more wait. */
    static final int MAX_READINGS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(EntriesPanel.class);
    private static final Semaphore READINGS = new Semaphore(MAX_READINGS);

    /** What was asked for; another one, even for the same row, is another reading. */
    private static final class Asked {
        private final Question question;
        private final Share share;
        private final Formats formats;

        Asked(Question question, Share share, Formats formats) {
            this.question = question;
            this.share = share;
            this.formats = formats;
        }
    }

    private final Paragraph summary = new Paragraph();
    private final EntryTable table = new EntryTable("why-entries");
    private volatile Optional<Asked> wanted = Optional.empty();

    EntriesPanel() {
        setId("why");
        setVisible(false);
        summary.setId("why-summary");
        summary.addClassName("wh-muted");
        // Read out when the entries are there.
        summary.getElement().setAttribute("role", "status");
        NativeButton close = new NativeButton("Close", click -> close());
        close.setId("why-close");
        close.addClassName("wh-plain-button");
        add(new Panel("Why this number", summary, table).withControls(close));
    }

    /** Reads the entries behind a row and shows them when they are there. */
    void ask(Question question, Share share, Formats formats) {
        Asked asked = new Asked(question, share, formats);
        wanted = Optional.of(asked);
        summary.setText("Reading the entries of " + share.label() + " …");
        table.setVisible(false);
        setVisible(true);
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        getUI().ifPresent(ui -> Thread.ofVirtual().name("dashboard-entries").start(() -> read(ui, asked)));
    }

    void close() {
        wanted = Optional.empty();
        setVisible(false);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        wanted = Optional.empty();
    }

    private void read(UI ui, Asked asked) {
        Thread.currentThread().setContextClassLoader(EntriesPanel.class.getClassLoader());
        Optional<Entries> entries = Optional.empty();
        try {
            READINGS.acquire();
            try {
                entries = Services.get().backend().map(backend -> new EntriesReader(
                                backend.queries(), backend.channels())
                        .read(asked.question, asked.share.key(), () -> isWanted(asked)));
            } finally {
                READINGS.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("Entries could not be read", failure);
        }
        later(ui, asked, entries);
    }

    private void later(UI ui, Asked asked, Optional<Entries> entries) {
        try {
            ui.access(() -> show(asked, entries));
        } catch (UIDetachedException left) {
            LOG.debug("The page was left meanwhile");
        }
    }

    private void show(Asked asked, Optional<Entries> read) {
        if (!isWanted(asked)) {
            return;
        }
        table.setVisible(read.isPresent());
        summary.setText(read.map(entries -> summary(asked, entries))
                .orElse("The entries cannot be read just now. Try again soon."));
        read.ifPresent(entries -> table.show(entries.lines(), asked.formats));
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private static String summary(Asked asked, Entries entries) {
        Formats formats = asked.formats;
        String noun = " " + UnitNames.noun(asked.question.unit());
        String label = asked.share.label() + ": ";
        int count = entries.lines().size();
        String sum = formats.amount(entries.sum());
        if (entries.complete()) {
            return label + formats.count(count) + (count == 1 ? " entry, " : " entries, ") + sum + noun + " in all.";
        }
        return label + "the first " + formats.count(count) + " entries, oldest written first; they add up to " + sum
                + " of " + formats.amount(asked.share.amount()) + noun + ".";
    }

    private boolean isWanted(Asked asked) {
        return wanted.filter(now -> now == asked).isPresent();
    }
}
