/** Who did what, and when: an append-only trail of everything that somebody changed, took away or was refused. */
@Export
@Version("1.0.0")
package org.weighhouse.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
