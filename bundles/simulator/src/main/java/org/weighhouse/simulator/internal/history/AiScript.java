package org.weighhouse.simulator.internal.history;

import java.time.YearMonth;
import java.util.Random;
import java.util.function.Consumer;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/** The AI calls of one day; together they spend the day's tokens to the last one. */
final class AiScript {

    /** The flow behind a spike day. */
    static final String PRODUCT_INQUIRY = "Product Inquiry AI Flow";

    private static final int PURPOSE = 12;
    private static final String PROVIDER = "openai";
    private static final int TOKENS_OF_A_CALL = 420;
    private static final String THINKING_MODEL = "o4-mini";

    private record Use(String feature, String flow) {}

    private static final Use PRODUCT_QUESTION = new Use("smart-reply", PRODUCT_INQUIRY);
    private static final Choice<Use> USES = Choice.<Use>none()
            .or(34, new Use("smart-reply", "welcome"))
            .or(12, PRODUCT_QUESTION)
            .or(24, new Use("intent-detection", "table-booking"))
            .or(16, new Use("smart-routing", "order-updates"))
            .or(14, new Use("comment-reply", ""));
    private static final Choice<Use> USES_IN_SPIKE =
            Choice.<Use>none().or(4, PRODUCT_QUESTION).or(1, new Use("intent-detection", "table-booking"));
    private static final Choice<String> MODELS =
            Choice.<String>none().or(66, "gpt-4o-mini").or(22, "gpt-4o").or(12, THINKING_MODEL);
    private static final Choice<String> CHANNELS = Choice.<String>none()
            .or(40, "whatsapp")
            .or(28, "telegram")
            .or(14, "messenger")
            .or(18, "webchat");

    private final DayPlan day;
    private final Guests guests;
    private final Random random;

    AiScript(DayPlan day) {
        this.day = day;
        this.guests = new Guests(YearMonth.from(day.day()));
        this.random = MonthPlan.seeded(day.day(), PURPOSE);
    }

    void play(Consumer<UsageEvent> out) {
        long left = day.tokens();
        for (int i = 0; left > 0; i++) {
            long wanted = TOKENS_OF_A_CALL / 4 + random.nextInt(TOKENS_OF_A_CALL * 3 / 2);
            long total = Math.min(left, wanted);
            out.accept(call(i, total));
            left -= total;
        }
    }

    private UsageEvent call(int index, long total) {
        Use use = (day.spike() ? USES_IN_SPIKE : USES).pick(random);
        String model = MODELS.pick(random);
        Attribution attribution = Attribution.NONE
                .with(Dimension.CHANNEL, CHANNELS.pick(random))
                .with(Dimension.AUTOMATION_FLOW, use.flow())
                .with(Dimension.AI_FEATURE, use.feature())
                .with(Dimension.MODEL, model)
                .withSubscriber(guests.anyOf(day, random));
        return UsageEvent.of(
                History.SOURCE,
                "a-" + day.day() + "-" + index,
                TimeOfDay.pick(day.day(), DemoPlan.ZONE, random),
                attribution,
                new Reading.Tokens(PROVIDER, buckets(total, model)));
    }

    /** Splits a call's tokens: most were read, some of them out of the cache, and thinking costs too. */
    private TokenBuckets buckets(long total, String model) {
        long output = total * (18 + random.nextInt(20)) / 100;
        long read = total - output;
        long cached = random.nextInt(3) == 0 ? read * 60 / 100 : 0;
        long thinking = model.equals(THINKING_MODEL) ? output * 70 / 100 : 0;
        return new TokenBuckets(read - cached, output - thinking, cached, 0, thinking);
    }
}
