package org.weighhouse.ai.openai.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.ai.AiForm;

/** The configuration as people see it. */
@ObjectClassDefinition(name = "Weighhouse AI: OpenAI")
interface OpenAiForm extends AiForm {

    String PID = "org.weighhouse.ai.openai";
}
