/** How the doors of the product speak HTTP: strictly, over TLS where there is a certificate, connections shared out. */
@Export
@Version("1.0.0")
package org.weighhouse.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
