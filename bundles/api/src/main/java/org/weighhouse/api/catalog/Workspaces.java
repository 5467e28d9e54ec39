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

    /** Adds a rate card to a workspace; one with the same date is replaced. */
    void saveRateCard(WorkspaceId workspace, RateCard card);

    /** The price book in force for a workspace at a time; {@link PriceBook#NONE} if it has none. */
    PriceBook priceBook(WorkspaceId workspace, Instant at);

    /** Adds a price book to a workspace; one with the same date is replaced. */
    void savePriceBook(WorkspaceId workspace, PriceBook book);
}
