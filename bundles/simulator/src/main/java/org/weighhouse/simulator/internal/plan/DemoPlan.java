package org.weighhouse.simulator.internal.plan;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;

/** The demo's customer and what its plan grants each month. */
public final class DemoPlan {

    public static final long MESSAGE_CREDITS = 20_000;
    public static final long AI_TOKENS = 1_000_000;
    public static final long SUBSCRIBERS = 5_000;

    /** All customers the demo café ever meets: fewer than the plan allows, so that live traffic stays within it. */
    public static final int CUSTOMERS = 4_900;

    /** The Telegram account that campaigns are sent over, by its name; it is not the standard one. */
    public static final String DELIVERY_BOT = "Delivery bot";

    public static final WorkspaceId WORKSPACE_ID = new WorkspaceId("demo");
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    public static final Workspace WORKSPACE =
            new Workspace(WORKSPACE_ID, "Copper Kettle Café", ZONE, "growth", Currency.getInstance("EUR"));

    /** Subscribers are soft: a café turns no guest away because too many came. */
    public static final Plan PLAN = new Plan(
            "growth",
            Map.of(
                    Unit.MESSAGE_CREDIT, new Allowance(Amount.of(MESSAGE_CREDITS), Limit.HARD, false),
                    Unit.AI_TOKEN, new Allowance(Amount.of(AI_TOKENS), Limit.HARD, false),
                    Unit.SUBSCRIBER, new Allowance(Amount.of(SUBSCRIBERS), Limit.SOFT, false)));

    /** @param number 0 to {@link #CUSTOMERS} − 1 */
    public static String customer(int number) {
        return "guest-%04d".formatted(number);
    }

    private DemoPlan() {}
}
