package org.weighhouse.channel.whatsapp.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.camel.PassThroughConfig;

/** What people see of the configuration. */
@ObjectClassDefinition(name = "Weighhouse channel: WhatsApp")
interface WhatsAppConfig extends PassThroughConfig {

    String PID = "org.weighhouse.channel.whatsapp";
}
