package org.weighhouse.catalog.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the catalog. */
@ObjectClassDefinition(name = "Weighhouse catalog")
public @interface CatalogConfig {

    String PID = "org.weighhouse.catalog";

    @AttributeDefinition(
            name = "Secret key file",
            description = "Holds the key that credentials are encrypted with; made at first start. Empty: secret.key"
                    + " in the data folder. The environment variable WEIGHHOUSE_SECRET_KEY goes before it.")
    String secretKeyFile() default "";
}
