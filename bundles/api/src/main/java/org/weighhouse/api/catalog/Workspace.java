package org.weighhouse.api.catalog;

import java.time.ZoneId;
import java.util.Currency;
import org.weighhouse.api.WorkspaceId;

/**
 * An isolated customer.
 *
 * @param name for people; 1 to 128 characters
 * @param zone where its days and months begin
 * @param plan name of its plan
 * @param currency what its costs are counted in
 */
public record Workspace(WorkspaceId id, String name, ZoneId zone, String plan, Currency currency) {

    /** What costs are counted in unless a workspace says otherwise: what most providers' price lists are in. */
    public static final Currency DEFAULT_CURRENCY = Currency.getInstance("USD");

    /** A workspace with the default currency. */
    public Workspace(WorkspaceId id, String name, ZoneId zone, String plan) {
        this(id, name, zone, plan, DEFAULT_CURRENCY);
    }
}
