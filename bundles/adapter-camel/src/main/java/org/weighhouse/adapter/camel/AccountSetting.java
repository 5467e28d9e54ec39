package org.weighhouse.adapter.camel;

/**
 * An account as its platform's clients name it: by the value that one of the channel's settings has for it, such as a
 * phone-number id or a page id.
 *
 * @param field name of the {@link org.weighhouse.api.channel.AccountField}, which is no secret
 * @param value as the request has it
 */
public record AccountSetting(String field, String value) {}
