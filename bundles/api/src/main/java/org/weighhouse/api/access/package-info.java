/** Who may do what: one table of roles and permissions, asked by pages, console and REST alike. */
@Export
@Version("1.0.0")
package org.weighhouse.api.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
