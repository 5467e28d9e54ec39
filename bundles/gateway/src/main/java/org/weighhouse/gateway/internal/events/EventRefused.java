package org.weighhouse.gateway.internal.events;

import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;

/** Makes the refusals of one event: they name its place in the batch and the field, such as events[3].time. */
final class EventRefused {

    /** The index of something that is no event of a batch. */
    static final int NO_BATCH = -1;

    /** The field that is the event as a whole. */
    static final String EVENT = "event";

    private EventRefused() {}

    static ProblemException malformed(int index, String field, String why) {
        return of(ProblemType.MALFORMED, index, field, why);
    }

    static ProblemException forbidden(int index, String field, String why) {
        return of(ProblemType.FORBIDDEN, index, field, why);
    }

    private static ProblemException of(ProblemType type, int index, String field, String why) {
        if (index == NO_BATCH) {
            return new ProblemException(Problem.of(type, field + " " + why + ". Nothing was changed.")
                    .with("field", field));
        }
        String place = "events[" + index + "]" + (field.equals(EVENT) ? "" : "." + field);
        String detail = place + " " + why + ". Nothing of the batch was counted.";
        return new ProblemException(
                Problem.of(type, detail).with("index", index).with("field", field));
    }
}
