package org.weighhouse.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * Where a request ends, as RFC 9112 section 6 has it, in what the parser leaves to others: the one transfer coding is
 * chunked, and HTTP/1.0 has none. Chunks may not be wrapped in more than a client has reason for.
 */
public final class Framing {

    /** Bytes on the wire for a byte of a body: a chunk of one byte takes six. */
    public static final int MOST_BYTES_FOR_A_BYTE = 6;

    /** Besides: extensions, trailers and what came behind the request in the same packets. */
    public static final int SPARE_BYTES = 16 * 1024;

    private final Request request;
    private final boolean chunked;
    private final long before;

    public Framing(Request request) {
        this.request = request;
        chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        before = bytesIn();
    }

    /** Whether everybody sees the end of the request in the same place. */
    public boolean isPlain() {
        List<HttpField> codings = request.getHeaders().getFields(HttpHeader.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1
                        && "chunked".equalsIgnoreCase(codings.getFirst().getValue())
                        && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
    }

    /** Whether a body came with far more bytes around it than it has. */
    public boolean isPadded(int body) {
        return chunked && bytesIn() - before > (long) MOST_BYTES_FOR_A_BYTE * body + SPARE_BYTES;
    }

    private long bytesIn() {
        return request.getConnectionMetaData().getConnection().getBytesIn();
    }
}
