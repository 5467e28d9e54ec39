package org.weighhouse.door.internal;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.weighhouse.http.Framing;

/** Refuses what no browser sends, before anything of the application sees it. Thread-safe. */
final class Admission extends Handler.Wrapper {

    /** The answer to TRACE would show cookies to scripts; CONNECT is for proxies. */
    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

    Admission(Handler application) {
        super(application);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!new Framing(request).isPlain()) {
            // What follows may be the rest of this one, so nothing more is read; clients are told not to send on.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            Response.writeError(
                    request, response, callback, HttpStatus.BAD_REQUEST_400, "It is not clear where the request ends");
            return true;
        }
        if (NEVER.contains(request.getMethod())) {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
