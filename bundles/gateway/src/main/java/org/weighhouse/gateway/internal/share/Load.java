package org.weighhouse.gateway.internal.share;

import org.weighhouse.api.share.SharedPool;
import org.weighhouse.gateway.internal.http.BodyReader;
import org.weighhouse.gateway.internal.http.Intake;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

/**
 * What the door has room for. Webhooks have a room of their own, and so have strangers, whose key is not known before
 * their body is there: a flood of either does not keep out those who have shown a key, nor the other way round.
 *
 * @param bodies bodies of those who have shown a key
 * @param documents those of them that are read as a whole: each costs a multiple of its bytes then
 * @param tables those of platform admins that are read as a whole and hold a row for each of many things
 * @param strangers bodies of those who have not, shared by their addresses
 * @param webhooks webhooks that are worked on, shared by their accounts
 */
public record Load(
        Places places,
        Intake bodies,
        Intake documents,
        Intake tables,
        Intake strangers,
        SharedPool webhooks,
        Intake webhookBodies) {

    /** Longest body that is read as a whole, in bytes. */
    public static final int MAX_DOCUMENT_BYTES = 64 * 1024;

    /** Longest table, in bytes. */
    public static final int MAX_TABLE_BYTES = 1024 * 1024;

    public static Load of(GatewaySettings settings) {
        Intake bodies = intake(settings, settings.maxRequestBytes(), settings.maxInFlightBytes());
        return new Load(
                new Places(settings.maxInFlight(), settings.maxStreams()),
                bodies,
                new Intake(new BodyReader(MAX_DOCUMENT_BYTES, settings.requestTimeout()), bodies.memory()),
                new Intake(new BodyReader(MAX_TABLE_BYTES, settings.requestTimeout()), bodies.memory()),
                intake(
                        settings,
                        settings.shares().maxStrangerBytes(),
                        settings.shares().maxStrangerBytesInFlight()),
                new SharedPool(settings.webhooks().maxInFlight()),
                intake(
                        settings,
                        settings.webhooks().maxBytes(),
                        settings.webhooks().maxInFlightBytes()));
    }

    private static Intake intake(GatewaySettings settings, int longest, long together) {
        return new Intake(new BodyReader(longest, settings.requestTimeout()), new SharedPool(together));
    }
}
