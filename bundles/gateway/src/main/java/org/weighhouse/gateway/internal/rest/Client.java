package org.weighhouse.gateway.internal.rest;

import java.util.Optional;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.share.Sharer;

/**
 * Who asks the REST API, once that is known.
 *
 * @param key the key they came with; empty for a user
 * @param access what they may do beside what the key's scopes say
 * @param actor whom the audit trail names
 * @param sharer whose share of what is limited they take
 */
public record Client(Optional<Caller.Key> key, Access access, Actor actor, Sharer sharer) {}
