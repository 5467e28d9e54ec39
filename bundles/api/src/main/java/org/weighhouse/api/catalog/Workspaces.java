package org.weighhouse.api.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;

/** Workspaces, their plans and prices. Thread-safe; reads are answered from memory. */
@ProviderType
public interface Workspaces {

    List<Workspace> all();

    Optional<Workspace> find(WorkspaceId id);

    /**
     * Creates a workspace, or changes the name, zone and plan of one that exists.
     *
     * @throws IllegalArgumentException if its plan is unknown
     */
    void save(Workspace workspace);

    List<Plan> plans();

    Optional<Plan> plan(String name);

    /** Creates or replaces a plan; workspaces on it follow. */
    void savePlan(Plan plan);

    /** The rate card in force for a workspace at a time; {@link RateCard#DEFAULT} if it has none. */
    RateCard rateCard(WorkspaceId workspace, Instant at);

    /** All rate cards of a workspace by date and edition, from the database; empty if it has none. */
    List<Edition<RateCard>> rateCards(WorkspaceId workspace);

    /**
     * Adds a rate card to a workspace: the next edition if there are some of its date, and nothing if the last of them
     * says the same. What was counted before stays as it was counted.
     *
     * @throws IllegalArgumentException if a rate, a row or the date is out of bounds, or the workspace unknown
     */
    void saveRateCard(WorkspaceId workspace, RateCard card);

    /** The price book in force for a workspace at a time; {@link PriceBook#NONE} if it has none. */
    PriceBook priceBook(WorkspaceId workspace, Instant at);

    /** All price books of a workspace by date and edition, from the database; empty if it has none. */
    List<Edition<PriceBook>> priceBooks(WorkspaceId workspace);

    /**
     * Adds a price book to a workspace: the next edition if there are some of its date, and nothing if the last of them
     * says the same. What was counted before stays as it was counted.
     *
     * @throws IllegalArgumentException if a price, a row or the date is out of bounds, or the workspace unknown
     */
    void savePriceBook(WorkspaceId workspace, PriceBook book);
}
