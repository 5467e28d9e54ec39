package org.weighhouse.adapter.camel.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.weighhouse.api.channel.Headers;

/**
 * Puts the request line and header fields on the wire exactly as they came, and takes the reply's fields down exactly
 * as they arrive. Camel's own mapping would fold repeated fields into one, re-encode paths and read meaning into some
 * values.
 */
final class ExactHttp implements HttpActivityListener {

    /** Set by the HTTP client for this hop; everything else it adds is taken out again. */
    private static final Set<String> OF_THE_HOP = Set.of("host", "content-length", "transfer-encoding", "connection");

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {
        Passage passage = RouteSteps.passage(exchange);
        request.setPath(passage.outgoing().target());
        boolean bare = passage.request().body().length == 0 && WITHOUT_BODY.contains(request.getMethod());
        if (bare && request instanceof ClassicHttpRequest outgoing) {
            outgoing.setEntity(null);
        }
        for (Header header : request.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_THE_HOP.contains(name) || (bare && name.equals("content-length"))) {
                request.removeHeader(header);
            }
        }
        passage.outgoing().headers().fields().forEach(field -> request.addHeader(field.name(), field.value()));
    }

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {
        Headers headers = new Headers(Arrays.stream(response.getHeaders())
                .map(header -> new Headers.Field(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList());
        RouteSteps.passage(exchange).replyHeaders(Fields.forClient(response.getCode(), headers));
        // So that Camel takes the body for bytes and nothing else.
        response.removeHeaders("Content-Type");
        response.removeHeaders("Content-Encoding");
    }
}
