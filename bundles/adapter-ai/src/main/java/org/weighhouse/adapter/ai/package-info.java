/** What AI providers' adapters share: reading streams of any size, usage in every spelling, and estimates. */
@Export
@Version("1.0.0")
package org.weighhouse.adapter.ai;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
