package org.weighhouse.api.catalog;

import java.time.ZoneId;
import org.weighhouse.api.WorkspaceId;

/**
 * An isolated customer.
 *
 * @param name for people; 1 to 128 characters
 * @param zone where its days and months begin
 * @param plan name of its plan
 */
public record Workspace(WorkspaceId id, String name, ZoneId zone, String plan) {}
