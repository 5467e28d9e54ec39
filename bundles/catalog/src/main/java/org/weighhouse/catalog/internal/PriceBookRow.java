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
import org.weighhouse.api.catalog.PriceBook;

/** A workspace's price book as it is stored. */
@Entity
@Table(name = "catalog_price_book")
class PriceBookRow extends EditionRow<PriceBook> {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_message_price", joinColumns = @JoinColumn(name = "price_book"))
    private List<MessagePriceColumns> messages = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_model_price", joinColumns = @JoinColumn(name = "price_book"))
    private List<ModelPriceColumns> models = new ArrayList<>();

    protected PriceBookRow() {}

    PriceBookRow(WorkspaceId workspace, Edition<PriceBook> edition) {
        super(workspace, edition.content().effectiveFrom(), edition);
        PriceBook book = edition.content();
        book.messages().forEach(price -> messages.add(new MessagePriceColumns(messages.size(), price)));
        book.models().forEach(price -> models.add(new ModelPriceColumns(models.size(), price)));
    }

    @Override
    PriceBook content(Instant effectiveFrom) {
        return new PriceBook(
                effectiveFrom,
                messages.stream()
                        .sorted(Comparator.comparingInt(MessagePriceColumns::ordinal))
                        .map(MessagePriceColumns::toPrice)
                        .toList(),
                models.stream()
                        .sorted(Comparator.comparingInt(ModelPriceColumns::ordinal))
                        .map(ModelPriceColumns::toPrice)
                        .toList());
    }
}
