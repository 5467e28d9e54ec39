package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.RateCard;

/** A workspace's rate card as it is stored. */
@Entity
@Table(name = "catalog_rate_card")
class RateCardRow extends EditionRow<RateCard> {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_message_rate", joinColumns = @JoinColumn(name = "rate_card"))
    private List<MessageRateColumns> messages = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_token_rate", joinColumns = @JoinColumn(name = "rate_card"))
    private List<TokenRateColumns> tokens = new ArrayList<>();

    protected RateCardRow() {}

    RateCardRow(WorkspaceId workspace, Edition<RateCard> edition) {
        super(workspace, edition.content().effectiveFrom(), edition);
        RateCard card = edition.content();
        card.messages().forEach(rate -> messages.add(new MessageRateColumns(messages.size(), rate)));
        card.tokens().forEach(rate -> tokens.add(new TokenRateColumns(tokens.size(), rate)));
    }

    @Override
    RateCard content(Instant effectiveFrom) {
        return new RateCard(
                effectiveFrom,
                messages.stream()
                        .sorted(Comparator.comparingInt(MessageRateColumns::ordinal))
                        .map(MessageRateColumns::toRate)
                        .toList(),
                tokens.stream()
                        .sorted(Comparator.comparingInt(TokenRateColumns::ordinal))
                        .map(TokenRateColumns::toRate)
                        .toList());
    }
}
