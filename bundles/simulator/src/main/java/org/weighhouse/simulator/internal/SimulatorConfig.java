package org.weighhouse.simulator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration, PID {@code org.weighhouse.simulator}. */
@ObjectClassDefinition(name = "Weighhouse simulator", description = "Stand-in platforms, demo workspace and traffic")
@interface SimulatorConfig {

    @AttributeDefinition(description = "Whether the demo runs; WEIGHHOUSE_DEMO=true says so too")
    boolean enabled() default false;

    @AttributeDefinition(description = "Whether bots send through the gateway; WEIGHHOUSE_DEMO_TRAFFIC=off stops them")
    boolean traffic() default true;

    @AttributeDefinition(
            description = "Messages a minute, all bots together; AI calls come three for every five messages. 0 is off",
            min = "0",
            max = "6000")
    int rate() default 20;

    @AttributeDefinition(description = "Events of history in one durable step", min = "1", max = "5000")
    int historyBatch() default 4_000;

    @AttributeDefinition(
            description = "Pause before something that is not there yet is tried again, in ms",
            min = "100")
    long retryInMs() default 1_000;

    @AttributeDefinition(description = "Longest a bot waits for the gateway's answer, in ms", min = "100")
    long requestTimeoutInMs() default 30_000;
}
