package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.Deed;

/** A line of the trail as it is stored. */
@Entity
@Table(name = "catalog_audit")
class AuditRow {

    @Id
    @Column(name = "number")
    private long number;

    @Column(name = "made")
    private long made;

    @Column(name = "actor")
    private String actor;

    @Column(name = "way")
    private String way;

    @Column(name = "address")
    private String address;

    @Column(name = "action")
    private String action;

    @Column(name = "outcome")
    private String outcome;

    /** Empty for none. */
    @Column(name = "workspace")
    private String workspace;

    @Column(name = "subject")
    private String subject;

    @Column(name = "detail")
    private String detail;

    @Column(name = "hash")
    private String hash;

    protected AuditRow() {}

    /** The line after the one with that hash. */
    AuditRow(long number, Instant at, Actor by, Deed deed, String before) {
        this.number = number;
        made = at.toEpochMilli();
        actor = by.name();
        way = by.way().name();
        address = by.address();
        action = deed.action().name();
        outcome = deed.outcome().name();
        workspace = deed.workspace().map(WorkspaceId::value).orElse("");
        subject = deed.subject();
        detail = deed.detail();
        hash = hash(before);
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    /** Whether it is as it was written, after the line with that hash. */
    boolean follows(long previous, String before) {
        return number == previous + 1 && hash.equals(hash(before));
    }

    /** SHA-256 over the hash before, number, time (8 bytes each), and each text after its length in bytes (4 bytes). */
    private String hash(String before) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(number);
            out.writeLong(made);
            for (String text : List.of(before, actor, way, address, action, outcome, workspace, subject, detail)) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            return Sha256.hex(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }

    AuditEntry toEntry() {
        Optional<WorkspaceId> whose = workspace.isEmpty() ? Optional.empty() : Optional.of(new WorkspaceId(workspace));
        return new AuditEntry(
                number,
                Instant.ofEpochMilli(made),
                new Actor(actor, Actor.Way.valueOf(way), address),
                new Deed(Action.valueOf(action), Deed.Outcome.valueOf(outcome), subject, whose, detail),
                hash);
    }
}
