package org.weighhouse.adapter.ai;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.weighhouse.adapter.camel.PassThroughSettings;

/**
 * The configuration of an AI provider's adapter as people see it: its {@code ObjectClassDefinition} extends this one. Says
 * the limits of all adapters again, for some defaults are its own: reasoning models are silent for long.
 */
public interface AiForm extends AiConfig {

    int SILENCE_TIMEOUT_MILLIS = 600_000;
    int HOLD_TIMEOUT_SECONDS = 900;

    @AttributeDefinition(
            name = "Most connections to the provider for plain calls at one time",
            defaultValue = "" + PassThroughSettings.MAX_CONNECTIONS)
    int maxConnections();

    @AttributeDefinition(
            name = "Most connections to the provider for streams at one time",
            defaultValue = "" + PassThroughSettings.MAX_STREAMS)
    int maxStreams();

    @AttributeDefinition(
            name = "Longest wait for a connection, in milliseconds",
            defaultValue = "" + PassThroughSettings.CONNECTION_WAIT_MILLIS)
    int connectionWaitInMs();

    @AttributeDefinition(
            name = "Longest time to open a connection, in milliseconds",
            defaultValue = "" + PassThroughSettings.CONNECT_TIMEOUT_MILLIS)
    int connectTimeoutInMs();

    @AttributeDefinition(
            name = "Longest silence of the provider, in milliseconds",
            defaultValue = "" + SILENCE_TIMEOUT_MILLIS)
    int silenceTimeoutInMs();

    @AttributeDefinition(
            name = "Longest time tokens are held for a call, in seconds",
            defaultValue = "" + HOLD_TIMEOUT_SECONDS)
    int holdTimeoutInSeconds();

    @AttributeDefinition(
            name = "Most bytes of a plain reply that are read to count its tokens",
            defaultValue = "" + PassThroughSettings.MAX_REPLY_BYTES)
    int maxReplyBytes();

    @AttributeDefinition(
            name = "Longest time a stream is read on after its client has gone, in seconds",
            defaultValue = "" + PassThroughSettings.ORPHAN_TIMEOUT_SECONDS)
    int orphanTimeoutInSeconds();

    @AttributeDefinition(
            name = "A reply nobody fetches is given up after this, in seconds",
            defaultValue = "" + PassThroughSettings.UNCLAIMED_TIMEOUT_SECONDS)
    int unclaimedTimeoutInSeconds();

    @AttributeDefinition(
            name = "Longest wait for calls in flight when stopping, in seconds",
            defaultValue = "" + PassThroughSettings.DRAIN_TIMEOUT_SECONDS)
    int drainTimeoutInSeconds();
}
