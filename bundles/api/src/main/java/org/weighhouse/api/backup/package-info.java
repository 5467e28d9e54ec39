/** Copies of everything that is kept. */
@Export
@Version("1.0.0")
package org.weighhouse.api.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
