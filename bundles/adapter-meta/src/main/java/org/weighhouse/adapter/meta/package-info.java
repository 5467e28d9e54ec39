/** What the channels over Meta's Graph API share: credentials, errors, and webhooks that are signed. */
@Export
@Version("1.0.0")
package org.weighhouse.adapter.meta;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
