package org.weighhouse.api.share;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;

/** Who was refused of late because it had its share or came too fast, so that somebody can mend it. Thread-safe. */
@ProviderType
public interface ShareWatch {

    /** An episode is over when nothing of its kind was refused for so long. */
    Duration QUIET = Duration.ofMinutes(15);

    /**
     * Refusals of one kind that followed each other.
     *
     * @param member who was refused, such as the id of a key
     * @param why what was told, a sentence that says what to do
     * @param requests how many were refused
     * @param since when the first was
     * @param last when the last was
     */
    record Episode(String member, String why, long requests, Instant since, Instant last) {}

    /** The episodes of a workspace that are not over, the one with the most refusals first. */
    List<Episode> episodes(WorkspaceId workspace);
}
