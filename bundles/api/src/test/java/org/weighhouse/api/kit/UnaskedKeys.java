package org.weighhouse.api.kit;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;

/** Keys for fakes that override what is asked of them; whoever asks anything else is told so. */
public interface UnaskedKeys extends ApiKeys {

    @Override
    default NewKey create(WorkspaceId workspace, String label, Attribution defaults) {
        throw new UnsupportedOperationException("create was not expected");
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
