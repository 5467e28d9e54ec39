package org.weighhouse.meter.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the meter. */
@ObjectClassDefinition(name = "Weighhouse meter")
public @interface MeterConfig {

    String PID = "org.weighhouse.meter";

    @AttributeDefinition(
            name = "Ledger time-out",
            description = "Longest wait for an answer of the ledger, in seconds; 1 to 3600.")
    int ledgerTimeoutInSeconds() default 30;

    @AttributeDefinition(
            name = "Subscribers remembered",
            description = "How many already counted subscribers are remembered to spare the ledger; 0 to 10000000.")
    int subscribersRemembered() default 100_000;
}
