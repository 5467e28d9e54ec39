package org.weighhouse.access.internal.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Weighhouse: access", description = "How long somebody stays logged in")
public @interface AccessConfig {

    @AttributeDefinition(description = "Minutes without use after which a session of the dashboard ends: 1 to 1440")
    int idleTimeoutInMinutes() default 60;

    @AttributeDefinition(description = "Hours after which a session ends, used or not: 1 to 168")
    int longestSessionInHours() default 24;

    @AttributeDefinition(description = "Sessions a user may have at a time; one more ends the oldest: 1 to 1000")
    int maxSessionsOfAUser() default 20;
}
