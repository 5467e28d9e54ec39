/** Who is at the page, and what they may see. */
package org.weighhouse.dashboard.internal.security;
