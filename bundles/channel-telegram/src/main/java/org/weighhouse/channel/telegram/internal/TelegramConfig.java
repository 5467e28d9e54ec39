package org.weighhouse.channel.telegram.internal;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weighhouse.adapter.camel.PassThroughConfig;

/** What people see of the configuration. */
@ObjectClassDefinition(name = "Weighhouse channel: Telegram")
interface TelegramConfig extends PassThroughConfig {

    String PID = "org.weighhouse.channel.telegram";
}
