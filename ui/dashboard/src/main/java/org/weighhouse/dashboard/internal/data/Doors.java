package org.weighhouse.dashboard.internal.data;

import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param gateway why no bot gets in; empty while the gateway listens
 * @param certificate what is wrong with the certificate that is shown; empty while nothing is
 */
public record Doors(Optional<String> gateway, Optional<String> certificate) {

    public static final Doors OPEN = new Doors(Optional.empty(), Optional.empty());
}
