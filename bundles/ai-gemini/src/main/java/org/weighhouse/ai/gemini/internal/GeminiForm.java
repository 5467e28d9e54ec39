package org.weighhouse.ai.gemini.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.ai.AiForm;

/** The configuration as people see it. */
@ObjectClassDefinition(name = "Weighhouse AI: Gemini")
interface GeminiForm extends AiForm {

    String PID = "org.weighhouse.ai.gemini";
}
