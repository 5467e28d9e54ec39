/** How the dashboard finds the services of other bundles and hears of changes. */
package org.weighhouse.dashboard.internal.services;
