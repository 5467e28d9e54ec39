package org.weighhouse.api.channel;

import org.weighhouse.api.WorkspaceId;

/**
 * Who a request comes from, once its key was recognised.
 *
 * @param keyId public id of the key
 */
public record Caller(WorkspaceId workspace, String keyId) {}
