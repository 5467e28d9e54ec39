package org.weighhouse.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.UnaskedKeys;
import org.weighhouse.api.ledger.Allowance;

/** Workspaces on one plan with a key each, in memory as the catalog keeps them. Never changes. */
final class OneCatalog implements Workspaces, CatalogFeed, UnaskedKeys {

    private static final Plan PLAN = new Plan(
            "bench", Map.of(Unit.MESSAGE_CREDIT, new Allowance(Amount.of(1_000_000_000), Allowance.Limit.SOFT, false)));

    private static final RateCard CARD = new RateCard(
            Instant.EPOCH,
            List.of(
                    new RateCard.MessageRate("sms", RateCard.ANY, RateCard.ANY, Amount.of(3)),
                    new RateCard.MessageRate("telegram", "text", RateCard.ANY, Amount.of(1))),
            List.of());

    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<String, KeyInfo> keys = new LinkedHashMap<>();

    OneCatalog(List<WorkspaceId> ids) {
        for (WorkspaceId id : ids) {
            workspaces.put(id, new Workspace(id, id.value(), ZoneId.of("Europe/Vienna"), PLAN.name()));
            keys.put(
                    key(id),
                    new KeyInfo(id.value(), id, "last", KeyTerms.of("bench"), Instant.EPOCH, Optional.empty()));
        }
    }

    static String key(WorkspaceId workspace) {
        return PREFIX + "bench_" + workspace;
    }

    @Override
    public List<Workspace> all() {
        return List.copyOf(workspaces.values());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    @Override
    public void save(Workspace workspace) {
        throw new UnsupportedOperationException("the benchmark changes nothing of the catalog");
    }

    @Override
    public List<Plan> plans() {
        return List.of(PLAN);
    }

    @Override
    public Optional<Plan> plan(String name) {
        return name.equals(PLAN.name()) ? Optional.of(PLAN) : Optional.empty();
    }

    @Override
    public void savePlan(Plan plan) {
        throw new UnsupportedOperationException("the benchmark changes nothing of the catalog");
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        return CARD;
    }

    @Override
    public List<Edition<RateCard>> rateCards(WorkspaceId workspace) {
        return List.of();
    }

    @Override
    public List<Edition<PriceBook>> priceBooks(WorkspaceId workspace) {
        return List.of();
    }

    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        throw new UnsupportedOperationException("the benchmark changes nothing of the catalog");
    }

    @Override
    public PriceBook priceBook(WorkspaceId workspace, Instant at) {
        return PriceBook.NONE;
    }

    @Override
    public void savePriceBook(WorkspaceId workspace, PriceBook book) {
        throw new UnsupportedOperationException("the benchmark changes nothing of the catalog");
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public List<CatalogChange> since(long version) {
        return List.of();
    }

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return List.copyOf(keys.values());
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        return Optional.ofNullable(keys.get(text));
    }

    @Override
    public Subscription subscribe(LongConsumer listener) {
        return () -> {};
    }
}
