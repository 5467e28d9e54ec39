package org.weighhouse.gateway.internal.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.meter.TopUps;

/** Remembers what was given, and for whom. */
public final class FakeTopUps implements TopUps {

    public final List<Grant> given = new CopyOnWriteArrayList<>();
    public final List<Actor> actors = new CopyOnWriteArrayList<>();

    @Override
    public synchronized boolean give(Grant grant) {
        if (!grant.amount().isPositive()) {
            throw new IllegalArgumentException("more than nothing is given");
        }
        actors.add(Acting.current());
        boolean isNew = given.stream().noneMatch(each -> each.id().equals(grant.id()));
        if (isNew) {
            given.add(grant);
        }
        return isNew;
    }
}
