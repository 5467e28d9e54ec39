/** From a reading to a rated, counted entry. */
@Export
@Version("1.0.0")
package org.weighhouse.api.meter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
