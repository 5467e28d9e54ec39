/** Reports over what the ledger holds. */
@Export
@Version("1.0.0")
package org.weighhouse.api.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
