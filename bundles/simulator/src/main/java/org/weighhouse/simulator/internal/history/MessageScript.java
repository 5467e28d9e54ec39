package org.weighhouse.simulator.internal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.simulator.internal.plan.DemoPlan;
import org.weighhouse.simulator.internal.plan.DemoPrices;

/** The messages of one day and the clicks, replies and conversions that its campaigns led to. */
final class MessageScript {

    private static final int PURPOSE = 11;
    private static final Reading ONE_MESSAGE = new Reading.Messages(1);

    private static final Choice<String> CHANNELS = Choice.<String>none()
            .or(46, "whatsapp")
            .or(24, "telegram")
            .or(18, "messenger")
            .or(12, "webchat");
    private static final Map<String, Choice<String>> KINDS = Map.of(
            "whatsapp",
                    Choice.<String>none()
                            .or(58, "text")
                            .or(26, "template")
                            .or(10, "image")
                            .or(6, "interactive"),
            "telegram", Choice.<String>none().or(80, "text").or(14, "photo").or(6, "document"),
            "messenger", Choice.<String>none().or(72, "text").or(16, "template").or(12, "image"),
            "webchat", Choice.<String>none().or(94, "text").or(6, "image"));

    /** What a campaign is sent as; elsewhere it is a picture with a caption. */
    private static final Map<String, String> CAMPAIGN_KINDS =
            Map.of("whatsapp", "template", "messenger", "template", "telegram", "photo", "webchat", "image");

    private static final Choice<String> FLOWS = Choice.<String>none()
            .or(30, "welcome")
            .or(22, "abandoned-cart")
            .or(20, "order-updates")
            .or(16, "table-booking")
            .or(12, "");
    private static final Choice<String> ENGAGEMENTS =
            Choice.<String>none().or(86, "").or(8, "click").or(4, "reply").or(2, "conversion");
    /** Where guests' numbers are from. */
    private static final Choice<String> MARKETS =
            Choice.<String>none().or(82, "NL").or(11, "BE").or(7, "DE");

    private static final int LOWEST_ORDER = 4;
    private static final int HIGHEST_ORDER = 60;

    private final DayPlan day;
    private final Guests guests;
    private final Choice<String> campaigns;
    private final Random random;

    MessageScript(DayPlan day) {
        this.day = day;
        this.guests = new Guests(YearMonth.from(day.day()));
        this.campaigns = campaignsOf(day.day());
        this.random = MonthPlan.seeded(day.day(), PURPOSE);
    }

    void play(Consumer<UsageEvent> out) {
        for (int i = 0; i < day.messages(); i++) {
            UsageEvent message = message(i);
            out.accept(message);
            if (!message.attribution().campaign().isEmpty()) {
                engage(message, out);
            }
        }
    }

    private UsageEvent message(int index) {
        String campaign = campaigns.pick(random);
        String channel = CHANNELS.pick(random);
        String kind = campaign.isEmpty() ? KINDS.get(channel).pick(random) : CAMPAIGN_KINDS.get(channel);
        String flow = campaign.isEmpty() ? FLOWS.pick(random) : "";
        String guest = index < day.fresh() ? guests.at(day.known() + index) : guests.anyOf(day, random);
        return UsageEvent.of(
                History.SOURCE,
                "m-" + day.day() + "-" + index,
                TimeOfDay.pick(day.day(), DemoPlan.ZONE, random),
                attribution(channel, kind, campaign, guest)
                        .with(Dimension.AUTOMATION_FLOW, flow)
                        .with(Dimension.MARKET, marketOf(channel, guest)),
                ONE_MESSAGE);
    }

    private void engage(UsageEvent message, Consumer<UsageEvent> out) {
        String kind = ENGAGEMENTS.pick(random);
        int order = LOWEST_ORDER + random.nextInt(HIGHEST_ORDER - LOWEST_ORDER);
        if (kind.isEmpty()) {
            return;
        }
        Attribution sent = message.attribution();
        out.accept(UsageEvent.of(
                History.SOURCE,
                "e-" + message.id(),
                soonAfter(message.time()),
                attribution(sent.channel(), kind, sent.campaign(), sent.subscriber()),
                new Reading.Engagement(kind.equals("conversion") ? Amount.of(order) : Amount.ZERO)));
    }

    private static Attribution attribution(String channel, String kind, String campaign, String guest) {
        return Attribution.NONE
                .with(Dimension.CHANNEL, channel)
                .with(Dimension.MESSAGE_KIND, kind)
                .with(Dimension.CAMPAIGN, campaign)
                .withSubscriber(guest);
    }

    /** WhatsApp's prices depend on the guest's country, which is the same at every visit. */
    private static String marketOf(String channel, String guest) {
        return channel.equals(DemoPrices.WHATSAPP) ? MARKETS.pick(new Random(guest.hashCode())) : "";
    }

    /** On the same day, so that days stay independent of each other. */
    private Instant soonAfter(Instant sent) {
        Instant reaction = sent.plusSeconds(30L + random.nextInt(1_800));
        Instant lastOfDay =
                day.day().plusDays(1).atStartOfDay(DemoPlan.ZONE).toInstant().minusSeconds(1);
        return reaction.isAfter(lastOfDay) ? lastOfDay : reaction;
    }

    private static Choice<String> campaignsOf(LocalDate day) {
        Choice<String> choice = Choice.<String>none().or(MonthPlan.ORDINARY_DAY, "");
        for (Campaign campaign : Campaign.ALL) {
            int weight = campaign.weight().applyAsInt(day);
            if (weight > 0) {
                choice = choice.or(weight, campaign.name());
            }
        }
        return choice;
    }
}
