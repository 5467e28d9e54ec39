package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.Refusal;

/** From what went wrong on the way out to what the client is told. An outage is no error of ours: one line, no trace. */
final class UpstreamFailure {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamFailure.class);

    private UpstreamFailure() {}

    static Refusal refusal(Exception cause) {
        return switch (cause) {
            case ConnectionRequestTimeoutException busy -> Connections.FULL;
            case ConnectTimeoutException slow ->
                refusal(Refusal.Reason.UPSTREAM_TIMEOUT, "The platform did not accept a connection in time.", slow);
            case SocketTimeoutException silent ->
                refusal(
                        Refusal.Reason.UPSTREAM_TIMEOUT,
                        "The platform did not answer in time; it may have done what was asked. Nothing was charged.",
                        silent);
            case MessageConstraintException large ->
                refusal(
                        Refusal.Reason.UPSTREAM_FAILED,
                        "The head of the platform's answer is larger than is read here; what was asked may have been"
                                + " done. Nothing was charged.",
                        large);
            case UnknownHostException nowhere ->
                refusal(
                        Refusal.Reason.UPSTREAM_FAILED,
                        "The platform's address is unknown, or leads to where nothing may be sent; nothing was sent.",
                        nowhere);
            case IOException broken ->
                refusal(
                        Refusal.Reason.UPSTREAM_FAILED,
                        "The platform could not be reached or broke off; nothing was charged.",
                        broken);
            case HttpException odd ->
                refusal(
                        Refusal.Reason.UPSTREAM_FAILED,
                        "The platform's answer is not HTTP as it should be; nothing was charged.",
                        odd);
            default -> {
                LOG.error("The pass-through route failed", cause);
                yield Refusal.of(
                        Refusal.Reason.UPSTREAM_FAILED, "The call could not be passed on; nothing was charged.");
            }
        };
    }

    private static Refusal refusal(Refusal.Reason reason, String detail, Exception cause) {
        LOG.info("{}: {}", reason, cause.getClass().getSimpleName());
        LOG.debug("Upstream failure", cause);
        return Refusal.of(reason, detail);
    }
}
