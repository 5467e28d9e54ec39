package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads the heads of replies on one connection; an upstream decides neither how large they are nor how long they take. */
final class ReplyHeadParser implements HttpMessageParser<ClassicHttpResponse> {

    /** Most bytes of status line and fields together. */
    static final int MAX_HEAD_BYTES = 64 * 1024;

    /** Most bytes of a line: of the head, around chunks, and of trailers. */
    static final int MAX_LINE_BYTES = 16 * 1024;

    /** Most fields of a head, and of trailers. */
    static final int MAX_FIELDS = 128;

    /** Most interim replies (1xx) before the final one. */
    static final int MAX_INTERIM_REPLIES = 10;

    /** Anything above has no meaning in any version of HTTP (RFC 9110, section 15). */
    private static final int HIGHEST_STATUS = 999;

    static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(MAX_LINE_BYTES)
            .setMaxHeaderCount(MAX_FIELDS)
            .build();

    private final DefaultHttpResponseParser parser = new DefaultHttpResponseParser(LIMITS);
    private final Duration time;
    private int interim;

    /** @param time longest time from the first to the last byte of a head */
    ReplyHeadParser(Duration time) {
        this.time = time;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        if (interim == 0 && buffer.length() > 0) {
            // It came behind the reply before, and would answer somebody else's call.
            throw new ProtocolException("an answer before its question");
        }
        ClassicHttpResponse head = parser.parse(buffer, new BoundedInput(in, MAX_HEAD_BYTES, time));
        if (head != null) {
            check(head.getCode());
        }
        return head;
    }

    private void check(int status) throws ProtocolException {
        if (status > HIGHEST_STATUS || status == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("no answer to what was asked: " + status);
        }
        interim = status < HttpStatus.SC_SUCCESS ? interim + 1 : 0;
        if (interim > MAX_INTERIM_REPLIES) {
            throw new ProtocolException("too many interim replies");
        }
    }
}
