package org.weighhouse.access.internal.proxy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The proxies in front. */
@ObjectClassDefinition(name = "Weighhouse proxies")
public @interface ProxiesConfig {

    String PID = "org.weighhouse.proxies";

    @AttributeDefinition(
            name = "Trusted proxies",
            description =
                    "Addresses and networks such as 10.0.0.0/8, with commas between them, of the proxies in front of"
                            + " gateway and dashboard. What they say in X-Forwarded-For and X-Forwarded-Proto is"
                            + " believed. Empty: what WEIGHHOUSE_PROXIES says.")
    String trusted() default "";
}
