/** Rate cards and price books as files. */
@Export
@Version("1.0.0")
package org.weighhouse.api.pricing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
