package org.weighhouse.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/** A believable customer, the same at every run. */
final class SampleUsage {

    private static final List<String> KINDS = List.of("text", "photo", "template", "video", "document");
    private static final List<String> CAMPAIGNS = List.of("", "", "spring-sale", "welcome-back", "black-friday-2026");
    private static final List<String> FLOWS = List.of("Product Inquiry AI Flow", "welcome", "");
    private static final List<String> FEATURES = List.of("smart-reply", "intent-detection", "comment-reply");

    private SampleUsage() {}

    static void fill(FakeLedger ledger, LocalDate first, LocalDate last) {
        Random random = new Random(7);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            double weight = day.getDayOfWeek().getValue() > 5 ? 0.45 : 1;
            fillMessages(ledger, random, noon, weight);
            fillTokens(ledger, random, noon, weight);
            ledger.add(
                    Fixture.DEMO,
                    Unit.SUBSCRIBER,
                    noon,
                    Fixture.attribution("telegram", "", "", "", "", ""),
                    new Usage(Amount.of(20 + random.nextInt(60)), 30, Measures.of(30)));
        }
    }

    private static void fillMessages(FakeLedger ledger, Random random, Instant time, double weight) {
        for (String channel : List.of("telegram", "whatsapp", "messenger")) {
            for (String kind : KINDS) {
                long sent = (long) (random.nextInt(40, 120) * weight / (KINDS.indexOf(kind) + 1));
                ledger.messages(
                        Fixture.DEMO,
                        time,
                        Fixture.attribution(channel, kind, pick(CAMPAIGNS, random), pick(FLOWS, random), "", ""),
                        channel.equals("whatsapp") ? sent + ".250" : Long.toString(sent),
                        sent);
            }
        }
    }

    private static void fillTokens(FakeLedger ledger, Random random, Instant time, double weight) {
        for (String model : List.of("gpt-5-mini", "gpt-5", "claude-opus-4-5")) {
            String provider = model.startsWith("gpt") ? "openai" : "anthropic";
            TokenBuckets buckets = new TokenBuckets(
                    (long) (random.nextInt(4_000, 9_000) * weight),
                    (long) (random.nextInt(1_000, 3_000) * weight),
                    random.nextInt(2_000),
                    random.nextInt(300),
                    (long) (random.nextInt(1_500) * weight));
            ledger.tokens(
                    Fixture.DEMO,
                    time,
                    Fixture.attribution(
                            provider, "", pick(CAMPAIGNS, random), pick(FLOWS, random), pick(FEATURES, random), model),
                    buckets);
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
