package org.weighhouse.api.catalog;

/**
 * Something in the catalog is different from before.
 *
 * @param version number of the change: 1 for the first ever, then greater each; there may be gaps
 * @param subject id of what changed: a workspace's for workspaces, rate cards and price books, a plan's or user's name, an account's
 *     or key's id
 */
public record CatalogChange(long version, Kind kind, String subject) {

    /** What changed. */
    public enum Kind {
        WORKSPACE,
        PLAN,
        RATE_CARD,
        PRICE_BOOK,
        ACCOUNT,
        KEY,
        USER
    }
}
