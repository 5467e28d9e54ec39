package org.weighhouse.ai.openai.internal;

import org.osgi.service.component.annotations.ComponentPropertyType;
import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What the adapter has to be told beside its limits. */
@ComponentPropertyType
@interface OpenAiConfig {

    @AttributeDefinition(name = "Output tokens held for each answer of a call that sets no limit of its own")
    int defaultOutputTokens() default 256;
}
