package org.weighhouse.ai.openai.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.camel.PassThroughSettings;

@ObjectClassDefinition(name = "Weighhouse AI: OpenAI")
@interface OpenAiConfig {

    String PID = "org.weighhouse.ai.openai";

    @AttributeDefinition(name = "Most connections to the provider at one time")
    int maxConnections() default PassThroughSettings.MAX_CONNECTIONS;

    @AttributeDefinition(name = "Longest wait for a connection, in milliseconds")
    int connectionWaitInMs() default PassThroughSettings.CONNECTION_WAIT_MILLIS;

    @AttributeDefinition(name = "Longest time to open a connection, in milliseconds")
    int connectTimeoutInMs() default PassThroughSettings.CONNECT_TIMEOUT_MILLIS;

    @AttributeDefinition(name = "Longest silence of the provider, in milliseconds")
    int silenceTimeoutInMs() default 600_000;

    @AttributeDefinition(name = "Longest time credits are held for a call, in seconds")
    int holdTimeoutInSeconds() default 900;

    @AttributeDefinition(name = "Most bytes of a reply that are read to count its tokens")
    int maxReplyBytes() default PassThroughSettings.MAX_REPLY_BYTES;

    @AttributeDefinition(name = "Output tokens held for a call that sets no limit of its own")
    int defaultOutputTokens() default 256;

    @AttributeDefinition(name = "Longest time a stream is read on after its client has gone, in seconds")
    int orphanTimeoutInSeconds() default PassThroughSettings.ORPHAN_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "A reply nobody fetches is given up after this, in seconds")
    int unclaimedTimeoutInSeconds() default PassThroughSettings.UNCLAIMED_TIMEOUT_SECONDS;

    @AttributeDefinition(name = "Longest wait for calls in flight when stopping, in seconds")
    int drainTimeoutInSeconds() default PassThroughSettings.DRAIN_TIMEOUT_SECONDS;
}
