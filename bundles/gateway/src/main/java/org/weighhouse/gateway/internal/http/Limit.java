package org.weighhouse.gateway.internal.http;

import java.time.Duration;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.share.SharedPool;

/** What the door runs short of, and what is told to whoever asks for more than there is or than is theirs. */
public enum Limit {
    PLACES(
            "Too many requests of this key or its workspace are under way. Wait for some of them to end.",
            "The gateway is at its limit of requests. Try again shortly."),
    STREAMS(
            "Too many streams and long polls of this key or its workspace are open here. Close some of them.",
            "This channel is at its limit of streams. Try again shortly."),
    BODIES(
            "Too many request bodies of this key or its workspace are in memory. Send fewer large ones at once.",
            "Too many request bodies are in memory at once. Try again shortly."),
    WEBHOOKS(
            "Too many webhooks of this account or its workspace are under way. Try again shortly.",
            "The gateway is at its limit of webhooks. Try again shortly."),
    PACE(
            "This key or its workspace sends faster than it may. Send fewer requests a second.",
            "This key or its workspace sends faster than it may. Send fewer requests a second.");

    private final String overShare;
    private final String full;

    Limit(String overShare, String full) {
        this.overShare = overShare;
        this.full = full;
    }

    /** For whoever speaks a platform's language. */
    public Refusal refusal(SharedPool.Answer answer) {
        return refusal(answer, Problem.RETRY_AFTER);
    }

    public Refusal refusal(SharedPool.Answer answer, Duration retryAfter) {
        return answer == SharedPool.Answer.FULL
                ? new Refusal(Refusal.Reason.UNAVAILABLE, full, retryAfter)
                : new Refusal(Refusal.Reason.TOO_MANY_REQUESTS, overShare, retryAfter);
    }

    /** For whoever speaks ours. */
    public Problem problem(SharedPool.Answer answer) {
        return problem(answer, Problem.RETRY_AFTER);
    }

    public Problem problem(SharedPool.Answer answer, Duration retryAfter) {
        return answer == SharedPool.Answer.FULL ? Problem.unavailable(full) : Problem.tooMany(overShare, retryAfter);
    }

    /** What is told to whoever has its share. */
    public String overShare() {
        return overShare;
    }

    /** Name for metrics, such as {@code places}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
