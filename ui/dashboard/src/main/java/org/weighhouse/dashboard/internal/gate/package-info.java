/** What stands before every page: who is not logged in gets the login and nothing else, and costs nothing. */
package org.weighhouse.dashboard.internal.gate;
