package org.weighhouse.catalog.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.Deed;

/**
 * Lines of the trail that nobody waits for. Of those that strangers can cause, such as refused logins, the first of its kind is
 * written with the next round, and what comes again within {@link #SAME} is summed up. Bounded: what is too much to be told
 * apart is counted. Thread-safe.
 */
final class AuditBacklog implements AutoCloseable {

    /** For how long the same again is summed up. */
    static final Duration SAME = Duration.ofMinutes(1);

    /** Between two rounds of writing. */
    static final Duration ROUND = Duration.ofMillis(200);

    /** Most kinds that are told apart at one time, and most lines that wait to be written besides. */
    static final int MAX_KINDS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditBacklog.class);

    /** A line to write, and what makes it the same as another. */
    private record Line(Actor actor, Deed deed) {}

    /** What came again since the first was written. */
    private static final class Seen {
        private final Instant first;
        private boolean written;
        private long again;

        Seen(Instant first) {
            this.first = first;
        }
    }

    private final CatalogDatabase database;
    private final InstantSource clock;
    private final Map<Line, Seen> kinds = new LinkedHashMap<>();
    private final Rounds rounds;
    private final List<Line> single = new ArrayList<>();
    private long others;
    private Instant othersSince = Instant.MAX;

    /** Taken and not written yet: only while the database is away, and then no more is taken. Of the writer alone. */
    private List<Line> pending = List.of();

    AuditBacklog(CatalogDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        rounds = new Rounds("weighhouse-audit", ROUND, () -> write(false));
    }

    synchronized void add(Actor actor, Deed deed) {
        if (single.size() < MAX_KINDS) {
            single.add(new Line(actor, deed));
        } else {
            tooMany();
        }
    }

    synchronized void sumUp(Actor actor, Deed deed) {
        Line line = new Line(actor, deed);
        Seen seen = kinds.get(line);
        if (seen != null) {
            seen.again++;
        } else if (kinds.size() < MAX_KINDS) {
            kinds.put(line, new Seen(clock.instant()));
        } else {
            tooMany();
        }
    }

    private void tooMany() {
        othersSince = others == 0 ? clock.instant() : othersSince;
        others++;
    }

    /** @param all also what is still being summed up */
    private void write(boolean all) {
        boolean again = !pending.isEmpty();
        pending = again ? pending : take(all);
        if (pending.isEmpty()) {
            return;
        }
        try {
            List<AuditRow> rows = database.write(em -> pending.stream()
                    .map(line -> AuditTables.add(em, line.actor(), line.deed()))
                    .toList());
            rows.forEach(AuditLog::tell);
            pending = List.of();
        } catch (RuntimeException failed) {
            if (!again) {
                LOG.error("The audit trail cannot be written; what belongs there is kept and tried again", failed);
            }
        }
    }

    private synchronized List<Line> take(boolean all) {
        Instant now = clock.instant();
        List<Line> due = new ArrayList<>(single);
        single.clear();
        Iterator<Map.Entry<Line, Seen>> each = kinds.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Line, Seen> kind = each.next();
            Seen seen = kind.getValue();
            if (!seen.written) {
                due.add(kind.getKey());
                seen.written = true;
            }
            if (all || isOver(seen.first, now)) {
                if (seen.again > 0) {
                    due.add(repeated(kind.getKey(), seen.again));
                }
                each.remove();
            }
        }
        if (others > 0 && (all || isOver(othersSince, now))) {
            due.add(new Line(Actor.PRODUCT, Deed.done(Action.OTHERS, Long.toString(others))));
            others = 0;
        }
        return due;
    }

    private static boolean isOver(Instant first, Instant now) {
        return !now.isBefore(first.plus(SAME));
    }

    private static Line repeated(Line line, long again) {
        String often = "the same " + again + (again == 1 ? " time more" : " times more") + " within a minute";
        String detail = line.deed().detail();
        return new Line(line.actor(), line.deed().saying(detail.isEmpty() ? often : detail + "; " + often));
    }

    @Override
    public void close() {
        if (rounds.end()) {
            // Once for what a failed round left, once for what came since.
            write(true);
            write(true);
        }
    }
}
