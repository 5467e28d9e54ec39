/** The words everything else is said in: who, what, how much, when. */
@Export
@Version("1.0.0")
package org.weighhouse.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
