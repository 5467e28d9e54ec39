/** Looking into what was sent, in any of the forms that clients send it in, within bounds. */
@Export
@Version("1.0.0")
package org.weighhouse.adapter.camel.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
