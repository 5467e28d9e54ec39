package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/** Settles a streamed call once: when the stream tells what it used, or by what was seen when it ends untold. */
final class SettlingStream {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingStream.class);

    private final Scale scale;
    private final WorkspaceId workspace;
    private final Passage.Weighed weighed;
    private final StreamReader reader;
    private boolean settled;

    SettlingStream(Scale scale, WorkspaceId workspace, Passage.Weighed weighed, StreamReader reader) {
        this.scale = scale;
        this.workspace = workspace;
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
            settle(reader.estimate());
        }
    }

    private void settleIfFound() throws IOException {
        if (!settled && reader.found().isPresent()) {
            settle(reader.found().get());
        }
    }

    private void settle(Finding.Used used) throws IOException {
        settled = true;
        try {
            scale.settle(workspace, weighed, used);
        } catch (LedgerUnavailableException e) {
            LOG.error("A stream was passed on but could not be counted; its hold stays until its time-out", e);
            throw new IOException("the call could not be counted", e);
        }
    }
}
