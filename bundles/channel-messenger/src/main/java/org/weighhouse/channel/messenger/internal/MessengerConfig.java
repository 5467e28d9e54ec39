package org.weighhouse.channel.messenger.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.camel.PassThroughConfig;

/** What people see of the configuration. */
@ObjectClassDefinition(name = "Weighhouse channel: Messenger")
interface MessengerConfig extends PassThroughConfig {

    String PID = "org.weighhouse.channel.messenger";
}
