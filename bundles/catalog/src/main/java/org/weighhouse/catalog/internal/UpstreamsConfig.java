package org.weighhouse.catalog.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where channel accounts may lead. */
@ObjectClassDefinition(name = "Weighhouse upstreams")
public @interface UpstreamsConfig {

    String PID = "org.weighhouse.upstreams";

    @AttributeDefinition(
            name = "Allowed besides public addresses over TLS",
            description =
                    "Names of hosts, addresses and networks such as 10.0.0.0/8, with commas between them. Accounts"
                            + " may lead there, also without TLS. Empty: what WEIGHHOUSE_UPSTREAMS says.")
    String allow() default "";
}
