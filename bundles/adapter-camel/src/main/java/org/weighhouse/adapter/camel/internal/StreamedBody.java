package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.ChannelResponse;

/** A body that is written once, by whoever claims it first: the client's side or the watch that ends forgotten ones. */
final class StreamedBody implements ChannelResponse.Body {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedBody.class);

    private final ReplyBody body;
    private final InFlight.Ticket ticket;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch claim = new CountDownLatch(1);

    StreamedBody(ReplyBody body, InFlight.Ticket ticket) {
        this.body = body;
        this.ticket = ticket;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (!claim()) {
            throw new IOException("the reply was written or given up before");
        }
        try {
            body.writeTo(out);
        } finally {
            ticket.leave();
        }
    }

    /** Returns at once: a reply that is weighed is read on for its count. */
    @Override
    public void abandon() {
        if (claim()) {
            Thread.ofVirtual().name("weighhouse-abandoned-reply").start(this::end);
        }
    }

    /** Ends a reply that nobody has begun to write by then, so that no hold and no connection stays behind. */
    void endIfUnclaimed(Duration timeout) {
        Thread.ofVirtual().name("weighhouse-unclaimed-reply").start(() -> {
            try {
                if (!claim.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && claim()) {
                    LOG.warn("A reply was not fetched within {} and was given up", timeout);
                    end();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void end() {
        try {
            body.abandon();
        } finally {
            ticket.leave();
        }
    }

    private boolean claim() {
        claim.countDown();
        return claimed.compareAndSet(false, true);
    }
}
