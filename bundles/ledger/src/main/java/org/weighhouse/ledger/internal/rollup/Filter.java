package org.weighhouse.ledger.internal.rollup;

import java.util.Map;
import java.util.Set;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/** Which usage a query looks at: every dimension that is named has one of its values. */
public record Filter(Map<Dimension, Set<String>> only) {

    public boolean allows(Attribution attribution) {
        return only.entrySet().stream().allMatch(each -> each.getValue().contains(attribution.get(each.getKey())));
    }

    boolean allows(Combinations all, int combination) {
        return only.entrySet().stream()
                .allMatch(each -> each.getValue().contains(all.text(combination, each.getKey())));
    }
}
