/** The building blocks of the views. */
package org.weighhouse.dashboard.internal.component;
