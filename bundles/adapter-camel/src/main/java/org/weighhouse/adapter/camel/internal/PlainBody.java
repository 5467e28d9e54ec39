package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that only pass. */
final class PlainBody implements ReplyBody {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final UpstreamBody upstream;

    PlainBody(UpstreamBody upstream) {
        this.upstream = upstream;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean whole = false;
        try {
            for (int n = upstream.in().read(buffer); n >= 0; n = upstream.in().read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
            whole = true;
        } finally {
            if (whole) {
                upstream.close();
            } else {
                upstream.abort();
            }
        }
    }

    @Override
    public void abandon() {
        upstream.abort();
    }
}
