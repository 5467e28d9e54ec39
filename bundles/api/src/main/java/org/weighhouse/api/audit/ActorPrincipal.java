package org.weighhouse.api.audit;

import java.security.Principal;

/** Says in a JAAS subject who logged in, how and from where, whatever realm they are of. */
public record ActorPrincipal(Actor actor) implements Principal {

    @Override
    public String getName() {
        return actor.name();
    }
}
