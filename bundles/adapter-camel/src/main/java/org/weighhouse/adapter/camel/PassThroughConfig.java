package org.weighhouse.adapter.camel;

import org.osgi.service.component.annotations.ComponentPropertyType;
import org.osgi.service.metatype.annotations.AttributeDefinition;

/**
 * The limits of a pass-through adapter as its configuration has them; {@link PassThroughSettings} says what they mean. A
 * component takes them as a parameter of its constructor, and its {@code ObjectClassDefinition} is an interface that
 * extends this one.
 *
 * <p>A component whose defaults differ is annotated with this type and those that do. Its {@code ObjectClassDefinition}
 * lists the limits itself then: what it inherited could not be told anew.
 */
@ComponentPropertyType
public @interface PassThroughConfig {

    @AttributeDefinition(name = "Most connections to the upstream for quick calls at one time")
    int maxConnections() default PassThroughSettings.MAX_CONNECTIONS;

    @AttributeDefinition(name = "Most connections to the upstream for streams and long polls at one time")
    int maxStreams() default PassThroughSettings.MAX_STREAMS;

    @AttributeDefinition(name = "Longest wait for a connection, in milliseconds")
    int connectionWaitInMs() default PassThroughSettings.CONNECTION_WAIT_MILLIS;

    @AttributeDefinition(name = "Longest time to open a connection, in milliseconds")
    int connectTimeoutInMs() default PassThroughSettings.CONNECT_TIMEOUT_MILLIS;

    @AttributeDefinition(name = "Longest silence of the upstream, in milliseconds")
    int silenceTimeoutInMs() default PassThroughSettings.SILENCE_TIMEOUT_MILLIS;

    @AttributeDefinition(name = "Longest time that something is held for a call, in seconds")
    int holdTimeoutInSeconds() default PassThroughSettings.HOLD_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "Most bytes of a reply that are read to count what it tells")
    int maxReplyBytes() default PassThroughSettings.MAX_REPLY_BYTES;

    @AttributeDefinition(name = "Longest time a stream is read on after its client has gone, in seconds")
    int orphanTimeoutInSeconds() default PassThroughSettings.ORPHAN_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "A reply nobody fetches is given up after this, in seconds")
    int unclaimedTimeoutInSeconds() default PassThroughSettings.UNCLAIMED_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "Longest wait for calls in flight when stopping, in seconds")
    int drainTimeoutInSeconds() default PassThroughSettings.DRAIN_TIMEOUT_SECONDS;
}
