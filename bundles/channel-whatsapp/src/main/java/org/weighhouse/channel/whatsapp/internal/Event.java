package org.weighhouse.channel.whatsapp.internal;

import java.time.Instant;
import java.util.Optional;
import org.weighhouse.api.ledger.Amendment;

/** What a webhook tells that counts. */
sealed interface Event {

    /** Which of the business's numbers it is about. */
    String phoneNumberId();

    /**
     * What became of a message.
     *
     * @param message the platform's id of it
     */
    record Status(String phoneNumberId, String message, Amendment amendment) implements Event {}

    /**
     * Somebody wrote, or pressed a button.
     *
     * @param kind {@code reply} or {@code click}; empty if it shows only that he is there
     * @param answered id of the message that it answers; empty if it answers none
     */
    record Inbound(String phoneNumberId, String id, Person from, Optional<String> kind, String answered, Instant at)
            implements Event {}

    /** The same person under two names. */
    record Known(String phoneNumberId, Person number, Person hidden) implements Event {}
}
