package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.weighhouse.adapter.meta.GraphRefusal;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the Cloud API says them, with the codes of Meta's page "Cloud API error codes". */
final class WhatsAppRefusal {

    /** Business eligibility: nothing is sent until it is paid for. Clients do not try it again. */
    private static final int PAYMENT = 131_042;

    private static final int THROUGHPUT = 130_429;

    private WhatsAppRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        ObjectNode error = GraphRefusal.error(refusal, code(refusal));
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", refusal.detail());
        return GraphRefusal.response(refusal, error);
    }

    private static int code(Refusal refusal) {
        return switch (refusal.reason()) {
            case OUT_OF_CREDIT -> PAYMENT;
            case TOO_MANY_REQUESTS -> THROUGHPUT;
            default -> GraphRefusal.code(refusal);
        };
    }
}
