package org.weighhouse.meter.internal;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.meter.TopUps;

/** Takes top-ups to the trail, and then to the ledger. */
@Component(service = TopUps.class, configurationPid = MeterConfig.PID)
public final class LedgerTopUps implements TopUps {

    private final Ledger ledger;
    private final Workspaces workspaces;
    private final AuditTrail trail;
    private final Answers answers;

    @Activate
    public LedgerTopUps(
            @Reference Ledger ledger,
            @Reference Workspaces workspaces,
            @Reference AuditTrail trail,
            MeterConfig config) {
        this(ledger, workspaces, trail, new Answers(MeterLimits.of(config).ledgerTimeout()));
    }

    LedgerTopUps(Ledger ledger, Workspaces workspaces, AuditTrail trail, Answers answers) {
        this.ledger = ledger;
        this.workspaces = workspaces;
        this.trail = trail;
        this.answers = answers;
    }

    @Override
    public boolean give(Grant grant) {
        if (workspaces.find(grant.workspace()).isEmpty()) {
            throw new IllegalArgumentException("there is no workspace " + grant.workspace());
        }
        if (!grant.unit().canBeLimited() || !grant.amount().isPositive()) {
            throw new IllegalArgumentException("more than nothing is given, of a unit that can be limited");
        }
        Deed deed =
                Deed.done(Action.CREDITS_GIVEN, grant.id(), grant.workspace()).saying(detail(grant));
        trail.note(deed);
        try {
            boolean given = answers.await(ledger.grant(grant));
            if (!given) {
                trail.note(deed.saying("given before, so nothing changed").refused());
            }
            return given;
        } catch (IllegalArgumentException | LedgerUnavailableException refused) {
            trail.note(deed.saying(refused.getMessage()).refused());
            throw refused;
        }
    }

    private static String detail(Grant grant) {
        String amount = grant.amount() + " " + grant.unit().slug();
        return grant.expires().equals(Instant.MAX) ? amount : amount + " until " + grant.expires();
    }
}
