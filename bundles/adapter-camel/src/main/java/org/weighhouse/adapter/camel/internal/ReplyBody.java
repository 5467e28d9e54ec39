package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A reply's body on its way to the client. */
interface ReplyBody {

    /** Writes everything, flushing as it comes, and always frees the upstream's connection. */
    void writeTo(OutputStream out) throws IOException;

    /** Nobody wants it: frees everything it holds. */
    void abandon();
}
