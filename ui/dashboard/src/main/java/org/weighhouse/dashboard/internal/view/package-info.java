/** The pages. */
package org.weighhouse.dashboard.internal.view;
