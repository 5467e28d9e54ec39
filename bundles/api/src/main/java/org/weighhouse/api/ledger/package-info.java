/**
 * What was used and what is left.
 *
 * <p>A <em>reservation</em> asks that something be held; while it is open it is a <em>hold</em>. It ends in one of three
 * ways: <em>posted</em> with what was really used, <em>voided</em> with nothing, or <em>expired</em>. To <em>settle</em>
 * is to rate what was really used and then post it.
 */
@Export
@Version("1.0.0")
package org.weighhouse.api.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
