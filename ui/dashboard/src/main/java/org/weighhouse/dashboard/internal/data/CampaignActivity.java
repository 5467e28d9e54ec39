package org.weighhouse.dashboard.internal.data;

import java.time.LocalDate;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/** What a campaign used in a span, and on which day last. */
public record CampaignActivity(String id, String name, Usage messages, Usage tokens, LocalDate lastActive) {

    public Counted countedMessages() {
        return Counted.of(Unit.MESSAGE_CREDIT, messages);
    }

    public Counted countedTokens() {
        return Counted.of(Unit.AI_TOKEN, tokens);
    }
}
