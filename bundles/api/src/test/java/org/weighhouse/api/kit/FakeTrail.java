package org.weighhouse.api.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.Deed;

/** A trail in memory, which remembers every line and forgets nothing. */
public final class FakeTrail implements UnaskedTrail {

    /** A line, as it was noted. */
    public record Line(Actor actor, Deed deed) {
        /** Such as {@code anna login refused bert: why}. */
        @Override
        public String toString() {
            String detail = deed.detail().isEmpty() ? "" : ": " + deed.detail();
            String refused = deed.outcome() == Deed.Outcome.REFUSED ? " refused " : " ";
            return actor.name() + " " + deed.action().slug() + refused + deed.subject() + detail;
        }
    }

    public final List<Line> lines = new CopyOnWriteArrayList<>();

    @Override
    public void note(Actor actor, Deed deed) {
        lines.add(new Line(actor, deed));
    }

    @Override
    public void noteSoon(Actor actor, Deed deed) {
        note(actor, deed);
    }

    @Override
    public void noteOften(Actor actor, Deed deed) {
        note(actor, deed);
    }
}
