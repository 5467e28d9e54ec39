/** What an adapter's component extends. */
@Export
@Version("1.0.0")
package org.weighhouse.adapter.camel.base;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
