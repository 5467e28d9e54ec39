package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;

/**
 * What the stored forms of rate cards and price books share. Such rows are never changed.
 *
 * @param <T> what they store
 */
@MappedSuperclass
abstract class EditionRow<T> {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "workspace")
    private String workspace;

    @Column(name = "effective_from")
    private long effectiveFrom;

    @Column(name = "edition")
    private int number;

    @Column(name = "saved_at")
    private long savedAt;

    protected EditionRow() {}

    EditionRow(WorkspaceId workspace, Instant effectiveFrom, Edition<T> edition) {
        id = UUID.randomUUID().toString();
        this.workspace = workspace.value();
        this.effectiveFrom = effectiveFrom.toEpochMilli();
        number = edition.number();
        savedAt = edition.savedAt().toEpochMilli();
    }

    /** Its rows, as of a date. */
    abstract T content(Instant effectiveFrom);

    final T content() {
        return content(Instant.ofEpochMilli(effectiveFrom));
    }

    final WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    final Edition<T> toEdition() {
        return new Edition<>(content(), number, Instant.ofEpochMilli(savedAt));
    }
}
