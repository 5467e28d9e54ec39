package org.weighhouse.adapter.camel.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/** Weighs replies and hands them to the client: first counted, then told. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final String LENGTH = "Content-Length";
    private static final Refusal NOT_COUNTED = Refusal.of(
            Refusal.Reason.UNAVAILABLE,
            "The platform accepted this call, but it could not be counted. Do not send it again.");
    private static final Refusal BROKEN_OFF = Refusal.of(
            Refusal.Reason.UPSTREAM_FAILED,
            "The platform accepted this call and broke off in its reply. It was counted; do not send it again.");

    private final Platform platform;
    private final PassThroughSettings settings;
    private final Scale scale;

    Replies(Platform platform, PassThroughSettings settings, Scale scale) {
        this.platform = platform;
        this.settings = settings;
        this.scale = scale;
    }

    void settle(Exchange exchange, Passage passage) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        ReplyHead head = new ReplyHead(status, passage.replyHeaders());
        InputStream body = exchange.getMessage().getBody(InputStream.class);
        UpstreamBody upstream = new UpstreamBody(body == null ? InputStream.nullInputStream() : body, keep(exchange));
        Optional<Passage.Weighed> weighed = passage.weighed();
        if (weighed.isEmpty()) {
            stream(passage, head, new PlainBody(upstream));
        } else if (head.isSuccess()) {
            weigh(passage, weighed.get(), head, upstream);
        } else {
            scale.voidHold(weighed.get().hold());
            stream(passage, head, new PlainBody(upstream));
        }
    }

    private void weigh(Passage passage, Passage.Weighed weighed, ReplyHead head, UpstreamBody upstream) {
        ContentCoding coding = ContentCoding.of(head);
        ReplyHead plain = coding == ContentCoding.NONE ? head : head.without("Content-Encoding");
        Optional<StreamReader> reader = weighed.call().reader().stream(plain);
        if (reader.isEmpty()) {
            whole(passage, weighed, head, upstream);
        } else if (coding == ContentCoding.UNKNOWN) {
            unread(passage, weighed, head, upstream);
        } else {
            UpstreamBody readable = coding == ContentCoding.NONE ? upstream : upstream.decoded(coding);
            SettlingStream settling = new SettlingStream(scale, weighed, reader.get());
            // Its length is no longer known: something may be taken out.
            ReplyHead open = plain.without("Content-Length");
            stream(passage, open, new WeighedBody(readable, settling, settings.orphanTimeout()), true);
        }
    }

    /** A stream that passes as it is, for it cannot be read. */
    private void unread(Passage passage, Passage.Weighed weighed, ReplyHead head, UpstreamBody upstream) {
        LOG.info("A stream came compressed in a way that cannot be read here; the estimate of its call counts");
        if (isCounted(passage, weighed, new Finding.Unread(), upstream)) {
            stream(passage, head, new PlainBody(upstream), true);
        }
    }

    private void whole(Passage passage, Passage.Weighed weighed, ReplyHead head, UpstreamBody upstream) {
        byte[] start;
        try {
            start = read(upstream);
        } catch (IOException broken) {
            brokenOff(passage, weighed, upstream, broken);
            return;
        }
        boolean complete = start.length <= settings.maxReplyBytes();
        Finding finding = complete ? find(weighed, head, start) : new Finding.Unread();
        if (!isCounted(passage, weighed, finding, upstream)) {
            return;
        }
        if (complete) {
            upstream.close();
            Headers measured = head.headers().without(LENGTH).and(LENGTH, Integer.toString(start.length));
            passage.answer(ChannelResponse.of(head.status(), measured, start));
        } else {
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), upstream.in());
            stream(passage, head, new PlainBody(upstream.with(all)));
        }
    }

    /** It said yes, so what was asked is done: the estimate counts. */
    private void brokenOff(Passage passage, Passage.Weighed weighed, UpstreamBody upstream, IOException broken) {
        LOG.info("A reply that said yes broke off: {}", broken.toString());
        if (isCounted(passage, weighed, new Finding.Unread(), upstream)) {
            upstream.abort();
            passage.answer(platform.refuse(BROKEN_OFF));
        }
    }

    /** Counts, or answers that it could not be done. */
    private boolean isCounted(Passage passage, Passage.Weighed weighed, Finding finding, UpstreamBody upstream) {
        try {
            scale.settle(weighed, finding);
            return true;
        } catch (LedgerUnavailableException e) {
            // The scale has told of it and keeps it.
            passage.answer(platform.refuse(NOT_COUNTED));
        } catch (RuntimeException e) {
            LOG.error("A call was passed on and cannot be counted", e);
            passage.answer(platform.refuse(NOT_COUNTED));
        }
        upstream.abort();
        return false;
    }

    /** At most one byte more than the limit, which tells that there is more; for no longer than the hold lasts. */
    private byte[] read(UpstreamBody upstream) throws IOException {
        BoundedInput bounded = new BoundedInput(upstream.in(), Long.MAX_VALUE, settings.holdTimeout());
        return bounded.readNBytes(settings.maxReplyBytes() + 1);
    }

    private Finding find(Passage.Weighed weighed, ReplyHead head, byte[] body) {
        try {
            return Decoding.plain(head, body, settings.maxReplyBytes())
                    .map(plain -> weighed.call().reader().whole(head, plain))
                    .orElseGet(Finding.Unread::new);
        } catch (RuntimeException e) {
            LOG.error("A reply could not be read; its estimate counts", e);
            return new Finding.Unread();
        }
    }

    private void stream(Passage passage, ReplyHead head, ReplyBody body) {
        stream(passage, head, body, head.isEventStream());
    }

    /** @param lasting whether it comes bit by bit for as long as the upstream likes, not as fast as it can */
    private void stream(Passage passage, ReplyHead head, ReplyBody body, boolean lasting) {
        StreamedBody streamed = new StreamedBody(body, passage.ticket());
        streamed.endIfUnclaimed(settings.unclaimedTimeout());
        passage.streamingAnswer(new ChannelResponse(head.status(), head.headers(), streamed, lasting));
    }

    /** Camel closes the reply when the exchange is done; here that waits until its body is written. */
    private static Runnable keep(Exchange exchange) {
        Exchange keeper = new DefaultExchange(exchange.getContext());
        exchange.getUnitOfWork().handoverSynchronization(keeper);
        List<Synchronization> completions = keeper.getExchangeExtension().handoverCompletions();
        return () -> completions.forEach(completion -> completion.onComplete(keeper));
    }
}
