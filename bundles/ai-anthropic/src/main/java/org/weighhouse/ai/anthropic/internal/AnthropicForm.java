package org.weighhouse.ai.anthropic.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.ai.AiForm;

/** The configuration as people see it. */
@ObjectClassDefinition(name = "Weighhouse AI: Anthropic")
interface AnthropicForm extends AiForm {

    String PID = "org.weighhouse.ai.anthropic";
}
