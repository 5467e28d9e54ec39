package org.weighhouse.api.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyTerms;

/** Keys for fakes that override what is asked of them; whoever asks anything else is told so. */
public interface UnaskedKeys extends ApiKeys {

    @Override
    default NewKey create(WorkspaceId workspace, KeyTerms terms) {
        throw new UnsupportedOperationException("create was not expected");
    }

    @Override
    default NamedKey create(WorkspaceId workspace, KeyTerms terms, String request) {
        throw new UnsupportedOperationException("create was not expected");
    }

    @Override
    default Optional<NewKey> rotate(String id, Duration overlap) {
        throw new UnsupportedOperationException("rotate was not expected");
    }

    @Override
    default void used(String id) {}

    @Override
    default Optional<Instant> lastUsed(String id) {
        return Optional.empty();
    }

    @Override
    default List<KeyInfo> list(WorkspaceId workspace) {
        throw new UnsupportedOperationException("list was not expected");
    }

    @Override
    default Optional<KeyInfo> resolve(String text) {
        throw new UnsupportedOperationException("resolve was not expected");
    }

    @Override
    default boolean revoke(String id) {
        throw new UnsupportedOperationException("revoke was not expected");
    }
}
