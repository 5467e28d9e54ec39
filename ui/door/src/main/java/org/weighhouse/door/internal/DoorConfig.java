package org.weighhouse.door.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the dashboard listens. */
@ObjectClassDefinition(name = "Weighhouse dashboard")
public @interface DoorConfig {

    @AttributeDefinition(description = "Address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port; 0 any free one; -1 what WEIGHHOUSE_UI_PORT says, else 8181")
    int port() default -1;

    @AttributeDefinition(description = "Connections open at once, shared by client addresses; further ones wait")
    int maxConnections() default 2_048;

    @AttributeDefinition(description = "Milliseconds without a byte after which a connection is closed")
    int idleTimeoutInMs() default 300_000;
}
