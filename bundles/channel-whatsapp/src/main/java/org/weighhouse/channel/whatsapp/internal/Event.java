package org.weighhouse.channel.whatsapp.internal;

import java.time.Instant;
import java.util.Optional;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.api.Reference;
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

    /** Somebody wrote, or pressed a button. */
    record Inbound(
            String phoneNumberId,
            String id,
            Person from,
            Optional<Engagements.Kind> kind,
            Reference answered,
            Instant at)
            implements Event {}

    /** The same person under two names. */
    record Known(String phoneNumberId, Person number, Person hidden) implements Event {}
}
