package org.weighhouse.api.kit;

import java.util.List;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditCheck;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;

/** A trail that fails a test on every call it does not expect. */
public interface UnaskedTrail extends AuditTrail {

    @Override
    default void note(Actor actor, Deed deed) {
        throw new UnsupportedOperationException("note was not expected");
    }

    @Override
    default void noteSoon(Actor actor, Deed deed) {
        throw new UnsupportedOperationException("noteSoon was not expected");
    }

    @Override
    default void noteOften(Actor actor, Deed deed) {
        throw new UnsupportedOperationException("noteOften was not expected");
    }

    @Override
    default List<AuditEntry> find(AuditQuery query) {
        throw new UnsupportedOperationException("find was not expected");
    }

    @Override
    default AuditCheck check() {
        throw new UnsupportedOperationException("check was not expected");
    }
}
