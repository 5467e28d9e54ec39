/** What a channel adapter implements and what it is given. */
@Export
@Version("1.0.0")
package org.weighhouse.api.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
