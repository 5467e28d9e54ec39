package org.weighhouse.channel.telegram.internal;

import java.util.Optional;
import org.weighhouse.adapter.camel.Engagements;

/**
 * What an update tells.
 *
 * @param chat that it is about, by its number; none if it is about none
 * @param name that the chat has as well; none if it has none
 * @param sign that somebody wrote or pressed a button
 */
record Seen(Chat chat, Chat name, Optional<Engagements.Sign> sign) {}
