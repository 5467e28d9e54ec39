package org.weighhouse.api.audit;

import java.util.Optional;
import org.weighhouse.api.Texts;
import org.weighhouse.api.WorkspaceId;

/**
 * Something that was done, or was asked for and refused. Never holds a secret. What is not fit for a trail is left out of the
 * texts, and longer ones are cut.
 *
 * @param subject what it was done to: a name or an id
 * @param workspace whose matter it is; empty for the installation's
 * @param detail more about it for people, such as what is different now
 */
public record Deed(Action action, Outcome outcome, String subject, Optional<WorkspaceId> workspace, String detail) {

    /** Longest subject. */
    public static final int MAX_SUBJECT = 128;

    /** Longest detail. */
    public static final int MAX_DETAIL = 1_024;

    /** What became of it. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    public Deed {
        subject = Texts.tidy(subject, MAX_SUBJECT);
        detail = Texts.tidy(detail, MAX_DETAIL);
    }

    /** Something of the installation that was done. */
    public static Deed done(Action action, String subject) {
        return new Deed(action, Outcome.DONE, subject, Optional.empty(), "");
    }

    /** Something of a workspace that was done. */
    public static Deed done(Action action, String subject, WorkspaceId workspace) {
        return new Deed(action, Outcome.DONE, subject, Optional.of(workspace), "");
    }

    public Deed refused() {
        return new Deed(action, Outcome.REFUSED, subject, workspace, detail);
    }

    public Deed in(Optional<WorkspaceId> whose) {
        return new Deed(action, outcome, subject, whose, detail);
    }

    public Deed saying(String more) {
        return new Deed(action, outcome, subject, workspace, more);
    }
}
