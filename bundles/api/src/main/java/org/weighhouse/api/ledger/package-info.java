/** What was used and what is left. */
@Export
@Version("1.0.0")
package org.weighhouse.api.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
