package org.weighhouse.meter.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;

/** What was said of a thing, or of a part of it: of every field what is newest. */
final class Said {

    /**
     * One thing that was said.
     *
     * @param rank greater for what is newer, equal for what was said at once
     */
    record Latest<T extends Change>(T change, int rank) {}

    /** Never the same for two amendments of a reference, so that their order does not depend on how they arrived. */
    private static final Comparator<Amendment> OLDEST_FIRST =
            Comparator.comparing(Amendment::asOf).thenComparing(Amendment::id);

    private final Map<Class<? extends Change>, Latest<?>> latest = new HashMap<>();

    /** By part; that of the whole is empty, and there is always one for it. */
    static Map<String, Said> by(List<Amendment> amendments) {
        Map<String, Said> parts = new LinkedHashMap<>();
        parts.put("", new Said());
        int rank = 0;
        for (Amendment amendment : amendments.stream().sorted(OLDEST_FIRST).toList()) {
            Said said = parts.computeIfAbsent(amendment.part(), part -> new Said());
            for (Change change : amendment.changes()) {
                said.latest.put(change.getClass(), new Latest<>(change, rank));
            }
            rank++;
        }
        return parts;
    }

    Optional<String> kind() {
        return of(Change.Kind.class).map(said -> said.change().value());
    }

    Optional<String> market() {
        return of(Change.Market.class).map(said -> said.change().value());
    }

    Optional<Latest<Change.Quantity>> quantity() {
        return of(Change.Quantity.class);
    }

    Optional<Latest<Change.Cost>> cost() {
        return of(Change.Cost.class);
    }

    private <T extends Change> Optional<Latest<T>> of(Class<T> kind) {
        return Optional.ofNullable(latest.get(kind)).map(said -> new Latest<>(kind.cast(said.change()), said.rank()));
    }
}
