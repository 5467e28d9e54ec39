/** The certificate that the doors of this server show. */
@Export
@Version("1.0.0")
package org.weighhouse.api.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
