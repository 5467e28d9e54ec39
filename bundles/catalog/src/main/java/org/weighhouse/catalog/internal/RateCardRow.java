package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.RateCard;

/** A workspace's rate card as it is stored. */
@Entity
@Table(name = "catalog_rate_card")
class RateCardRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "workspace")
    private String workspace;

    @Column(name = "effective_from")
    private long effectiveFrom;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_message_rate", joinColumns = @JoinColumn(name = "rate_card"))
    private List<MessageRateColumns> messages = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_token_rate", joinColumns = @JoinColumn(name = "rate_card"))
    private List<TokenRateColumns> tokens = new ArrayList<>();

    protected RateCardRow() {}

    RateCardRow(String id, WorkspaceId workspace, RateCard card) {
        this.id = id;
        this.workspace = workspace.value();
        effectiveFrom = card.effectiveFrom().toEpochMilli();
        setRates(card);
    }

    final void setRates(RateCard card) {
        messages.clear();
        tokens.clear();
        card.messages().forEach(rate -> messages.add(new MessageRateColumns(messages.size(), rate)));
        card.tokens().forEach(rate -> tokens.add(new TokenRateColumns(tokens.size(), rate)));
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    RateCard toRateCard() {
        return new RateCard(
                Instant.ofEpochMilli(effectiveFrom),
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
