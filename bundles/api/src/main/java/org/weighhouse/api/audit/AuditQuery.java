package org.weighhouse.api.audit;

import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;

/**
 * Which lines of the trail, the newest first.
 *
 * @param workspaces only what is the matter of one of these; empty for everything, what is of no workspace included
 * @param actor only what somebody of this name did
 * @param action only this
 * @param time only what was done in it
 * @param before only lines with a smaller number; {@link Long#MAX_VALUE} from the newest on
 * @param limit most lines; 1 to {@link AuditTrail#MAX_ENTRIES}
 */
public record AuditQuery(
        Optional<Set<WorkspaceId>> workspaces,
        Optional<String> actor,
        Optional<Action> action,
        Optional<TimeRange> time,
        long before,
        int limit) {

    /** @throws IllegalArgumentException if the limit is out of range */
    public AuditQuery {
        if (limit < 1 || limit > AuditTrail.MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "1 to " + AuditTrail.MAX_ENTRIES + " lines of the trail can be asked for");
        }
        workspaces = workspaces.map(Set::copyOf);
    }

    /** The newest of all. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE, limit);
    }

    public AuditQuery of(Set<WorkspaceId> only) {
        return new AuditQuery(Optional.of(only), actor, action, time, before, limit);
    }

    public AuditQuery by(Optional<String> only) {
        return new AuditQuery(workspaces, only, action, time, before, limit);
    }

    public AuditQuery only(Optional<Action> one) {
        return new AuditQuery(workspaces, actor, one, time, before, limit);
    }

    public AuditQuery within(Optional<TimeRange> range) {
        return new AuditQuery(workspaces, actor, action, range, before, limit);
    }

    public AuditQuery before(long number) {
        return new AuditQuery(workspaces, actor, action, time, number, limit);
    }

    public AuditQuery atMost(int lines) {
        return new AuditQuery(workspaces, actor, action, time, before, lines);
    }
}
