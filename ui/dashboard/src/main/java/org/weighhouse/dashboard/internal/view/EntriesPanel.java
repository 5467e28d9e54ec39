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
import org.weighhouse.dashboard.internal.data.Counted;
import org.weighhouse.dashboard.internal.data.Entries;
import org.weighhouse.dashboard.internal.data.EntriesReader;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.Services;

/** Why a number is what it is: the entries behind a row, a page at a time, as they are when they are asked for. */
final class EntriesPanel extends Div {

    /** Readings of the journal at one time, over all pages; more wait. */
    static final int MAX_READINGS = 2;

    /** Most entries that are shown; for others, the days have to be fewer. */
    static final int MAX_LINES = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(EntriesPanel.class);
    private static final Semaphore READINGS = new Semaphore(MAX_READINGS);

    /**
     * What was asked for.
     *
     * @param number of the question, so that another one for the same row is another reading
     * @param before what was read already
     */
    private record Asked(long number, Question question, Share share, Formats formats, Entries before) {}

    private final Paragraph summary = new Paragraph();
    private final EntryTable table = new EntryTable("why-entries");
    private final NativeButton more = new NativeButton("Show more", click -> more());
    private long questions;
    private Optional<Asked> wanted = Optional.empty();

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
        more.setId("why-more");
        more.addClassName("wh-plain-button");
        more.setVisible(false);
        add(new Panel("Why this number", summary, table, more).withControls(close));
    }

    /** Reads the first entries behind a row and shows them when they are there. */
    void ask(Question question, Share share, Formats formats) {
        summary.setText("Reading the entries of " + share.label() + " …");
        table.setVisible(false);
        setVisible(true);
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        read(question, share, formats, Entries.NONE);
    }

    void close() {
        wanted = Optional.empty();
        setVisible(false);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        wanted = Optional.empty();
    }

    private void more() {
        wanted.ifPresent(now -> read(now.question(), now.share(), now.formats(), now.before()));
    }

    private void read(Question question, Share share, Formats formats, Entries before) {
        Asked asked = new Asked(++questions, question, share, formats, before);
        wanted = Optional.of(asked);
        more.setVisible(false);
        getUI().ifPresent(ui -> Thread.ofVirtual().name("dashboard-entries").start(() -> read(ui, asked)));
    }

    private void read(UI ui, Asked asked) {
        Thread.currentThread().setContextClassLoader(EntriesPanel.class.getClassLoader());
        Optional<Entries> entries = Optional.empty();
        try {
            READINGS.acquire();
            try {
                entries = Services.get().backend().map(backend -> read(backend, asked));
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

    private static Entries read(Backend backend, Asked asked) {
        Question question = asked.question();
        return new EntriesReader(backend.queries(), backend.names(question.workspace()))
                .read(question, asked.share().key(), asked.before());
    }

    private void later(UI ui, Asked asked, Optional<Entries> entries) {
        try {
            ui.access(() -> {
                if (wanted.filter(asked::equals).isPresent()) {
                    show(asked, entries);
                }
            });
        } catch (UIDetachedException left) {
            LOG.debug("The page was left meanwhile");
        }
    }

    private void show(Asked asked, Optional<Entries> read) {
        if (read.isPresent()) {
            show(asked.question(), asked.share(), asked.formats(), read.get());
        } else {
            summary.setText("The entries cannot be read just now. Try again soon.");
            more.setVisible(!asked.before().lines().isEmpty());
        }
        if (asked.before().lines().isEmpty()) {
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    void show(Question question, Share share, Formats formats, Entries entries) {
        wanted = Optional.of(new Asked(++questions, question, share, formats, entries));
        setVisible(true);
        table.setVisible(true);
        table.show(entries.lines(), formats);
        summary.setText(summary(question, share, formats, entries));
        more.setVisible(!entries.isComplete() && entries.lines().size() < MAX_LINES);
    }

    private static String summary(Question question, Share share, Formats formats, Entries entries) {
        String label = share.label() + ": ";
        int count = entries.lines().size();
        String sum = entries.sum(question.unit()).text(formats);
        if (entries.isComplete()) {
            return label + formats.count(count) + (count == 1 ? " entry, " : " entries, ") + sum + " in all.";
        }
        String first = label + "the first " + formats.count(count)
                + " entries, oldest written first; they add up to " + sum + " of "
                + Counted.of(question.unit(), share.usage()).text(formats) + ".";
        return count < MAX_LINES ? first : first + " Choose fewer days to see the others.";
    }
}
