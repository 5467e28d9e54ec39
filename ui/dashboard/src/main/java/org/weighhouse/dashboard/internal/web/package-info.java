/** How the web application is put together. */
package org.weighhouse.dashboard.internal.web;
