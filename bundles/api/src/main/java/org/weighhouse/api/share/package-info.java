/** How what there is little of is shared, so that nobody uses it up: one rule, asked wherever something runs short. */
@Export
@Version("1.0.0")
package org.weighhouse.api.share;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
