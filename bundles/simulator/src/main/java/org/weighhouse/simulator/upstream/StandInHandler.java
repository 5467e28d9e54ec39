package org.weighhouse.simulator.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Between Jetty's requests and the stand-ins' own. */
final class StandInHandler extends Handler.Abstract {

    private final Function<ReceivedRequest, ChannelResponse> answers;

    StandInHandler(Function<ReceivedRequest, ChannelResponse> answers) {
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            write(answers.apply(read(request)), response);
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            // Before anything was sent this becomes a 500, afterwards a broken connection.
            callback.failed(e);
        }
        return true;
    }

    private static ReceivedRequest read(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            Headers headers = new Headers(request.getHeaders().stream()
                    .map(field -> new Headers.Field(field.getName(), field.getValue() == null ? "" : field.getValue()))
                    .toList());
            return new ReceivedRequest(
                    request.getMethod(), request.getHttpURI().getPathQuery(), headers, in.readAllBytes());
        }
    }

    private static void write(ChannelResponse reply, Response response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().fields().forEach(field -> response.getHeaders().add(field.name(), field.value()));
        OutputStream out = Content.Sink.asOutputStream(response);
        reply.body().writeTo(out);
        out.close();
    }
}
