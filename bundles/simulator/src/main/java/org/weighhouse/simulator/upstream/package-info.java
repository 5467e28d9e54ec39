/** Little HTTP servers that answer like the platforms and AI providers behind the gateway. */
@Export
@Version("1.0.0")
package org.weighhouse.simulator.upstream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
