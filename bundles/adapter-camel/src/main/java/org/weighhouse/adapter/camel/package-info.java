/** What adapters share: a Camel context each, and a route that passes bytes through and weighs them. */
@Export
@Version("1.0.0")
package org.weighhouse.adapter.camel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
