/** The one relational database that ledger and catalog share. */
@Export
@Version("1.0.0")
package org.weighhouse.database;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
