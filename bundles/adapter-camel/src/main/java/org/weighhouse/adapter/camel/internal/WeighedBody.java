package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A stream that is weighed while it passes. When its client goes away it is read on to its end for the count, for a
 * limited time; after that, or when the upstream breaks off, what was seen counts.
 */
final class WeighedBody implements ReplyBody {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final UpstreamBody upstream;
    private final SettlingStream settling;
    private final Duration orphanTimeout;

    WeighedBody(UpstreamBody upstream, SettlingStream settling, Duration orphanTimeout) {
        this.upstream = upstream;
        this.settling = settling;
        this.orphanTimeout = orphanTimeout;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean whole = false;
        try {
            Client client = new Client(out);
            whole = pump(client);
            client.rethrow();
        } finally {
            finish(whole);
        }
    }

    @Override
    public void abandon() {
        try {
            writeTo(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("nobody reads");
                }
            });
        } catch (IOException e) {
            // It was settled all the same, which is what mattered.
            return;
        }
    }

    /** @return whether the upstream's end was reached */
    private boolean pump(Client client) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int n = upstream.in().read(buffer);
        while (n >= 0 && client.worthReadingFor()) {
            client.write(settling.pass(buffer, n));
            n = upstream.in().read(buffer);
        }
        if (n < 0) {
            client.write(settling.end());
        }
        return n < 0;
    }

    private void finish(boolean whole) throws IOException {
        try {
            settling.settleEstimate();
        } finally {
            if (whole) {
                upstream.close();
            } else {
                upstream.abort();
            }
        }
    }

    /** The client's side, which may go away. */
    private final class Client {
        private final OutputStream out;
        private IOException gone;
        private long readUntil;

        Client(OutputStream out) {
            this.out = out;
        }

        void write(byte[] bytes) {
            if (gone != null || bytes.length == 0) {
                return;
            }
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException | UncheckedIOException e) {
                gone = new IOException("the client has gone", e);
                readUntil = System.nanoTime() + orphanTimeout.toNanos();
            }
        }

        boolean worthReadingFor() {
            return gone == null || System.nanoTime() - readUntil < 0;
        }

        void rethrow() throws IOException {
            if (gone != null) {
                throw gone;
            }
        }
    }
}
