package org.weighhouse.gateway.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.http.ClientAddress;
import org.weighhouse.http.Framing;

/** One request and its response, with what the log and the metrics will say of it. Used by one thread. */
public final class Exchange implements AutoCloseable {

    /** Between two reads of 16 KiB: some 10 MB a second. */
    private static final long PAUSE_NANOS = 1_500_000;

    private final RequestId id = RequestId.next();
    private final Request request;
    private final Response response;
    private final BodyReader discarder;
    private final Optional<InetAddress> client;
    private final Headers headers;
    private final Framing framing;
    private boolean bodyTaken;
    private boolean bodyRefused;
    private String channel = "unknown";
    private String keyId = "unknown";
    private String refusal = "";
    private Optional<Sharer> sharer = Optional.empty();
    private Optional<Limit> limited = Optional.empty();
    private Optional<SharedPool.Part> memory = Optional.empty();

    /** @param discarder how long and large an unread body is that is read for nothing, so that its sender reads the answer */
    public Exchange(Request request, Response response, BodyReader discarder, Optional<TrustedProxies> proxies) {
        this.request = request;
        this.response = response;
        this.discarder = discarder;
        this.client = ClientAddress.of(request, proxies);
        this.framing = new Framing(request);
        this.headers = new Headers(request.getHeaders().stream()
                .map(field -> new Headers.Field(field.getName(), textOf(field)))
                .toList());
    }

    public RequestId id() {
        return id;
    }

    public String method() {
        return request.getMethod();
    }

    /** The path as it came: nothing decoded, nothing normalised. */
    public static String pathOf(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    public String path() {
        return pathOf(request);
    }

    /** The query as it came, without its question mark; empty if there was none. */
    public String query() {
        String query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    public Headers headers() {
        return headers;
    }

    /** @throws ProblemException 400 if others could see the end of the request elsewhere */
    public void requirePlainFraming() {
        if (!framing.isPlain()) {
            bodyRefused = true;
            throw new ProblemException(Problem.malformed("The one transfer coding is chunked, and HTTP/1.0 has none."));
        }
    }

    /** The client's address, as far as it can be known; empty if the connection is no longer there to tell. */
    public Optional<InetAddress> clientAddress() {
        return client;
    }

    /** Whose address the request comes from, as far as shares go: of IPv6 the network that a site has. */
    public Sharer client() {
        return ClientAddress.sharer(client);
    }

    /**
     * Reads the body, once.
     *
     * @param sharer whose share of memory it takes until the exchange ends
     */
    public BodyResult readBody(Intake intake, Sharer sharer) {
        BodyResult result = new BodyResult.Complete(new byte[0]);
        if (hasUnreadBody()) {
            SharedPool.Part part = intake.memory().open(sharer);
            memory = Optional.of(part);
            result = intake.reader().read(request, part);
        }
        if (result instanceof BodyResult.Complete body && framing.isPadded(body.bytes().length)) {
            result = new BodyResult.Incomplete(
                    ProblemType.TOO_LARGE, "The chunks of the request body have too much around them.");
        }
        bodyTaken = result instanceof BodyResult.Complete;
        bodyRefused = !bodyTaken;
        if (bodyRefused) {
            // What is left of it may take long to be read for nothing.
            close();
        }
        return result;
    }

    /**
     * Gives the memory of the body that was read to another account, now that it is known whose it is.
     *
     * @return what came of it; unless it is taken, all stays as it was
     */
    public SharedPool.Answer moveBody(SharedPool to, Sharer owner, int bytes) {
        SharedPool.Part part = to.open(owner);
        SharedPool.Answer answer = part.take(Math.max(1, bytes));
        if (answer == SharedPool.Answer.TAKEN) {
            close();
            memory = Optional.of(part);
        }
        return answer;
    }

    /** Sends a response. Header fields replace those the server would send. */
    public void send(int status, Headers fields, ChannelResponse.Body body) throws IOException {
        begin(status, fields);
        // Closed only when all went well: closing marks the end, and a cut-off body must not look complete.
        OutputStream out = Response.asBufferedOutputStream(request, response);
        body.writeTo(out);
        out.close();
    }

    private void begin(int status, Headers fields) {
        response.setStatus(status);
        HttpFields.Mutable target = response.getHeaders();
        Set<String> replaced = new HashSet<>();
        for (Headers.Field field : fields.fields()) {
            if (replaced.add(field.name().toLowerCase(Locale.ROOT))) {
                target.put(field.name(), field.value());
            } else {
                target.add(field.name(), field.value());
            }
        }
        // Whatever a platform calls so.
        target.put(RequestId.HEADER, id.toString());
        if (isLast()) {
            target.put(HttpHeader.CONNECTION, "close");
        }
    }

    /** Whether the connection ends with this response. */
    private boolean isLast() {
        // Jetty forgets that the client said so when it needs more than its first buffer for a head.
        boolean asked = request.getHeaders().contains(HttpHeader.CONNECTION, "close");
        // More may follow than will be read on for: the client is told not to send another request here.
        return asked || bodyRefused || hasUnreadBody() && request.getLength() > discarder.maxBytes();
    }

    public void send(int status, Headers fields, byte[] body) throws IOException {
        Headers all = status == 204 ? fields : fields.and("Content-Length", Integer.toString(body.length));
        send(status, all, out -> out.write(body));
    }

    public void send(Problem problem) throws IOException {
        refused(problem.type().slug());
        Headers fields = problem.headers().and("Content-Type", Problem.CONTENT_TYPE);
        send(problem.type().status(), fields, problem.json(id));
    }

    /**
     * Reads on for a while after an early refusal, so that a client which is still sending gets to read the answer
     * instead of a reset connection.
     */
    public void discardUnreadBody() {
        if (!hasUnreadBody() || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return;
        }
        long deadline = System.nanoTime() + discarder.within().toNanos();
        byte[] waste = new byte[16 * 1024];
        long discarded = 0;
        try {
            InputStream in = Content.Source.asInputStream(request);
            int count = 0;
            // Who asked for more than its share has time.
            boolean slowly = limited.isPresent();
            while (count >= 0 && discarded <= discarder.maxBytes() && System.nanoTime() - deadline < 0) {
                discarded += count;
                count = in.read(waste);
                if (slowly) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (IOException | RuntimeException gone) {
            // The answer is out and the connection ends; there is nobody to tell.
            bodyTaken = true;
        }
    }

    /** Whether there is a body that was not read. */
    public boolean hasUnreadBody() {
        return !bodyTaken && (request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
    }

    public boolean isCommitted() {
        return response.isCommitted();
    }

    /** Forgets what was prepared of a response that was not sent yet. */
    public void resetResponse() {
        response.reset();
    }

    public int status() {
        return response.getStatus();
    }

    /** A known channel's id, or the name of a part of the door; only such, for it goes to the log. */
    public void channel(String name) {
        channel = name;
    }

    public String channel() {
        return channel;
    }

    /** Whose share the exchange takes, once that is known. */
    public void sharer(Sharer who) {
        sharer = Optional.of(who);
    }

    public Optional<Sharer> sharer() {
        return sharer;
    }

    public void keyId(String id) {
        keyId = id;
    }

    public String keyId() {
        return keyId;
    }

    /** Says why the request was not passed on; holds no secret. */
    public void refused(String reason) {
        refusal = reason;
    }

    public String refusal() {
        return refusal;
    }

    /** It asked for more of something than it may have. */
    public Limit limited(Limit by) {
        limited = Optional.of(by);
        return by;
    }

    public Optional<Limit> limited() {
        return limited;
    }

    @Override
    public void close() {
        memory.ifPresent(SharedPool.Part::close);
    }

    private static String textOf(HttpField field) {
        return field.getValue() == null ? "" : field.getValue();
    }
}
