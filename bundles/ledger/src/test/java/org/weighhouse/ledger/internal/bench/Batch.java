package org.weighhouse.ledger.internal.bench;

import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;

/** Postings of one workspace, as one call takes them. */
public record Batch(WorkspaceId workspace, List<Posting> postings) {
    public Batch {
        postings = List.copyOf(postings);
    }

    /** A posting that is sent alone. */
    record Event(WorkspaceId workspace, Posting posting) {}

    Stream<Event> events() {
        return postings.stream().map(posting -> new Event(workspace, posting));
    }
}
