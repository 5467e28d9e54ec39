package org.weighhouse.adapter.ai;

import org.osgi.service.component.annotations.ComponentPropertyType;
import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What the adapter of an AI provider has to be told beside its limits. */
@ComponentPropertyType
public @interface AiConfig {

    @AttributeDefinition(name = "Output tokens held for each answer of a call that sets no limit of its own")
    int defaultOutputTokens() default 256;
}
