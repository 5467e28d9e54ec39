/** Who may use what, and at what price. */
@Export
@Version("1.0.0")
package org.weighhouse.api.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
