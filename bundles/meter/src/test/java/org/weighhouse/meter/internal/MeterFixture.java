package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;

/** A meter over fakes, at noon of a day in June. */
abstract class MeterFixture {

    static final WorkspaceId DEMO = new WorkspaceId("demo");
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    static final Plan FREE =
            new Plan("free", Map.of(Unit.MESSAGE_CREDIT, new Allowance(Amount.of(1_000), Allowance.Limit.HARD, false)));

    final FakeLedger ledger = new FakeLedger();
    final FakeWorkspaces workspaces = new FakeWorkspaces();
    final FakeChannels channels = new FakeChannels();
    final FakeTrail trail = new FakeTrail();

    MeterFixture() {
        workspaces.savePlan(FREE);
        workspaces.save(demo("free"));
        channels.remember(new ChannelDescriptor(
                "telegram",
                "Telegram",
                "#2AABEE",
                "paperplane",
                Unit.MESSAGE_CREDIT,
                "https://api.example",
                Map.of("text", Amount.of(1), "photo", Amount.parse("1.5")),
                List.of()));
    }

    static Workspace demo(String plan) {
        // Kiritimati is 14 hours ahead: its months begin long before those of UTC.
        return new Workspace(DEMO, "Demo", ZoneId.of("Pacific/Kiritimati"), plan);
    }

    LedgerMeter meter() {
        return meter(1_000, Duration.ofSeconds(30));
    }

    LedgerMeter meter(int subscribersRemembered, Duration timeout) {
        return meter(workspaces, new MeterLimits(timeout, subscribersRemembered));
    }

    LedgerMeter meter(CatalogFeed feed) {
        return meter(feed, new MeterLimits(Duration.ofSeconds(30), 1_000));
    }

    private LedgerMeter meter(CatalogFeed feed, MeterLimits limits) {
        return new LedgerMeter(
                ledger, ledger, workspaces, feed, channels, trail, limits, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Attribution over(String channel, String kind) {
        return Attribution.NONE.with(Dimension.CHANNEL, channel).with(Dimension.MESSAGE_KIND, kind);
    }

    static Attribution model(String model) {
        return over("openai", "").with(Dimension.MODEL, model);
    }

    static UsageEvent event(String id, Attribution attribution, Reading reading) {
        return UsageEvent.of("test", id, NOW, attribution, reading);
    }

    static UsageEvent text(String id) {
        return event(id, over("telegram", "text"), new Reading.Messages(1));
    }

    static UsageEvent textFrom(String subscriber, String id, Instant time) {
        return UsageEvent.of(
                "test", id, time, over("telegram", "text").withSubscriber(subscriber), new Reading.Messages(1));
    }

    static UsageEvent tokens(String id, String model, TokenBuckets buckets) {
        return event(id, model(model), new Reading.Tokens("openai", buckets));
    }

    static Occurrence seen(Attribution attribution, Reading reading, String reference) {
        return new Occurrence(NOW, attribution, reading, Reference.of(reference));
    }

    static Occurrence text() {
        return seen(over("telegram", "text"), new Reading.Messages(1), "");
    }

    static Hold held(LedgerMeter meter, Occurrence expected) {
        return ((Decision.Allowed) meter.reserve(DEMO, expected, Duration.ofMinutes(1))).hold();
    }
}
