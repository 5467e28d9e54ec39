package org.weighhouse.channel.telegram.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.camel.PassThroughSettings;

@ObjectClassDefinition(name = "Weighhouse channel: Telegram")
@interface TelegramConfig {

    String PID = "org.weighhouse.channel.telegram";

    @AttributeDefinition(name = "Most connections to Telegram at one time")
    int maxConnections() default PassThroughSettings.MAX_CONNECTIONS;

    @AttributeDefinition(name = "Longest wait for a connection, in milliseconds")
    int connectionWaitInMs() default PassThroughSettings.CONNECTION_WAIT_MILLIS;

    @AttributeDefinition(name = "Longest time to open a connection, in milliseconds")
    int connectTimeoutInMs() default PassThroughSettings.CONNECT_TIMEOUT_MILLIS;

    @AttributeDefinition(name = "Longest silence of Telegram, in milliseconds")
    int silenceTimeoutInMs() default PassThroughSettings.SILENCE_TIMEOUT_MILLIS;

    @AttributeDefinition(name = "Longest time credits are held for a call, in seconds")
    int holdTimeoutInSeconds() default PassThroughSettings.HOLD_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "Most bytes of a reply that are read to count its messages")
    int maxReplyBytes() default PassThroughSettings.MAX_REPLY_BYTES;

    @AttributeDefinition(name = "A file nobody fetches is given up after this, in seconds")
    int unclaimedTimeoutInSeconds() default PassThroughSettings.UNCLAIMED_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "Longest wait for calls in flight when stopping, in seconds")
    int drainTimeoutInSeconds() default PassThroughSettings.DRAIN_TIMEOUT_SECONDS;
}
