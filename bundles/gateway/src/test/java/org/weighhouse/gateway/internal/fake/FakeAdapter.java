package org.weighhouse.gateway.internal.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/**
 * A platform with the key in its path, {@code /bot<key>/method}, or alone in its body, {@code key=<key>}, whose replies a test decides. It recognises visitors at
 * {@code /visitor/<name>/...}, and what ends in {@code /poll} may wait.
 */
public final class FakeAdapter implements ChannelAdapter {

    public static final String KEY_IN_BODY = "key=";

    private static final Pattern KEY = Pattern.compile("/bot([^/]+)/.*");
    private static final Pattern VISITOR = Pattern.compile("/(?:bot[^/]+/)?visitor/([^/]+)/.*");

    private final ChannelDescriptor descriptor;
    private final Function<ChannelRequest, ChannelResponse> reply;
    private final List<ChannelRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Caller> callers = new CopyOnWriteArrayList<>();

    public FakeAdapter(String id, Function<ChannelRequest, ChannelResponse> reply) {
        this.descriptor = describe(id);
        this.reply = reply;
    }

    public static FakeAdapter answering(String id, String text) {
        return new FakeAdapter(id, any -> json(200, text));
    }

    public static ChannelDescriptor describe(String id) {
        return new ChannelDescriptor(
                id,
                id,
                "#112233",
                "plane",
                Unit.MESSAGE_CREDIT,
                "https://api.example",
                Map.of("text", Amount.of(1)),
                List.of());
    }

    public static ChannelResponse json(int status, String text) {
        return ChannelResponse.of(
                status, Headers.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
    }

    public List<ChannelRequest> requests() {
        return requests;
    }

    public List<Caller> callers() {
        return callers;
    }

    @Override
    public ChannelDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        Matcher matcher = KEY.matcher(request.path());
        if (matcher.matches()) {
            return Optional.of(matcher.group(1));
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return body.startsWith(KEY_IN_BODY)
                ? Optional.of(body.substring(KEY_IN_BODY.length()).strip())
                : Optional.empty();
    }

    @Override
    public Optional<Caller> recognise(ChannelRequest request) {
        Matcher matcher = VISITOR.matcher(request.path());
        return matcher.matches()
                ? Optional.of(new Caller.Visitor(new WorkspaceId("acme"), "acc1", matcher.group(1)))
                : Optional.empty();
    }

    @Override
    public boolean mayWait(ChannelRequest request) {
        return request.path().endsWith("/poll");
    }

    @Override
    public ChannelResponse handle(ChannelRequest request, Caller caller) {
        requests.add(request);
        callers.add(caller);
        return reply.apply(request);
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        int status = refusal.reason().status();
        return json(
                status, "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + refusal.detail() + "\"}");
    }
}
