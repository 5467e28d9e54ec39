package org.weighhouse.gateway.internal.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says as problem+json what the HTTP parser refuses before a request reaches the door. */
public final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        RequestId id = RequestId.next();
        Problem problem = Problem.of(ProblemType.ofStatus(code), detail(code));
        LOG.info(
                "Refused channel=unknown status={} reason={} request={}",
                code,
                problem.type().slug(),
                id);
        response.setStatus(problem.type().status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders().put(RequestId.HEADER, id.toString());
        response.write(true, ByteBuffer.wrap(problem.json(id)), callback);
    }

    /** Jetty's own message may quote the request, and with it a key. */
    private static String detail(int code) {
        return switch (ProblemType.ofStatus(code)) {
            case HEADER_TOO_LARGE, URI_TOO_LONG -> "The request line or header is longer than the gateway takes.";
            case HTTP_VERSION -> "The gateway speaks HTTP/1.1.";
            case UNAVAILABLE -> "The gateway is shutting down.";
            case INTERNAL -> "The gateway could not answer. The log knows more.";
            default -> "This is not a well-formed HTTP request.";
        };
    }
}
