package org.weighhouse.access.internal.tls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration, PID {@code org.weighhouse.tls}. */
@ObjectClassDefinition(
        name = "Weighhouse TLS",
        description = "The certificate of gateway and dashboard. With one, both speak HTTPS and nothing else.")
public @interface TlsConfig {

    String PID = "org.weighhouse.tls";

    @AttributeDefinition(
            description = "File of the certificate and those it was signed with, PEM, its own first; empty: what the"
                    + " environment variable WEIGHHOUSE_TLS_CERTIFICATE says.")
    String certificate() default "";

    @AttributeDefinition(
            description = "File of its private key, PEM (PKCS#8, not encrypted); empty: what the environment variable"
                    + " WEIGHHOUSE_TLS_KEY says.")
    String key() default "";

    @AttributeDefinition(description = "Between two looks whether the files have changed, in seconds; 1 to 86400.")
    int lookIntervalInSeconds() default 10;
}
