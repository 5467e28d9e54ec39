/** What views show: records made from the services' answers, with no Vaadin in them. */
package org.weighhouse.dashboard.internal.data;
