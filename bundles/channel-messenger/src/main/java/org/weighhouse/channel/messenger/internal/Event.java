package org.weighhouse.channel.messenger.internal;

import org.weighhouse.adapter.camel.Engagements;

/**
 * Somebody wrote to a page, pressed a button, or showed that he is there.
 *
 * @param pageId of the page it was said to
 */
record Event(String pageId, Engagements.Sign sign) {}
