package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/** Settles a streamed call once: when the stream tells what it used, or by what was seen when it ends untold. */
final class SettlingStream {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingStream.class);

    private final Scale scale;
    private final Passage.Weighed weighed;
    private final StreamReader reader;
    private boolean settled;

    SettlingStream(Scale scale, Passage.Weighed weighed, StreamReader reader) {
        this.scale = scale;
        this.weighed = weighed;
        this.reader = reader;
    }

    /** What the client gets of the next bytes, once what they tell is counted. */
    byte[] pass(byte[] buffer, int length) throws IOException {
        byte[] passed = reader.pass(buffer, length);
        settleIfFound();
        return passed;
    }

    byte[] end() throws IOException {
        byte[] rest = reader.end();
        settleIfFound();
        settleEstimate();
        return rest;
    }

    /** For a stream that broke off or that nobody wants. */
    void settleEstimate() throws IOException {
        if (!settled) {
            settle(estimate());
        }
    }

    private void settleIfFound() throws IOException {
        if (!settled && reader.found().isPresent()) {
            settle(reader.found().get());
        }
    }

    private Finding estimate() {
        try {
            return reader.estimate();
        } catch (RuntimeException e) {
            LOG.error("A stream could not be estimated by what was seen; its call's estimate counts", e);
            return new Finding.Unread();
        }
    }

    private void settle(Finding finding) throws IOException {
        settled = true;
        try {
            scale.settle(weighed, finding);
        } catch (LedgerUnavailableException e) {
            throw new IOException("the call could not be counted", e);
        }
    }
}
