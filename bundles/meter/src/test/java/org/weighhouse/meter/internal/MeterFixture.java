package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Allowance;

/** A meter over fakes, at noon of a day in June. */
abstract class MeterFixture {

    static final WorkspaceId DEMO = new WorkspaceId("demo");
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    static final Plan FREE =
            new Plan("free", Map.of(Unit.MESSAGE_CREDIT, new Allowance(Amount.of(1_000), Allowance.Limit.HARD, false)));

    final FakeLedger ledger = new FakeLedger();
    final FakeWorkspaces workspaces = new FakeWorkspaces();
    final FakeChannels channels = new FakeChannels();

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
                Map.of("text", Amount.of(1), "photo", Amount.parse("1.5"))));
    }

    static Workspace demo(String plan) {
        // Kiritimati is 14 hours ahead: its months begin long before those of UTC.
        return new Workspace(DEMO, "Demo", ZoneId.of("Pacific/Kiritimati"), plan);
    }

    LedgerMeter meter() {
        return meter(1_000, Duration.ofSeconds(30));
    }

    LedgerMeter meter(int subscribersRemembered, Duration timeout) {
        return new LedgerMeter(
                ledger,
                workspaces,
                channels,
                new MeterLimits(timeout, subscribersRemembered),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Attribution over(String channel, String kind) {
        return new Attribution(channel, kind, "", "", "", "", "");
    }

    static UsageEvent event(String id, Attribution attribution, Reading reading) {
        return UsageEvent.of(DEMO, "test", id, NOW, attribution, reading);
    }

    static UsageEvent text(String id) {
        return event(id, over("telegram", "text"), new Reading.Messages(1, ""));
    }

    static UsageEvent textFrom(String subscriber, String id, Instant time) {
        return UsageEvent.of(
                DEMO,
                "test",
                id,
                time,
                over("telegram", "text").withSubscriber(subscriber),
                new Reading.Messages(1, ""));
    }

    static UsageEvent tokens(String id, String model, TokenBuckets buckets) {
        return event(id, new Attribution("openai", "", "", "", "", model, ""), new Reading.Tokens("openai", buckets));
    }
}
