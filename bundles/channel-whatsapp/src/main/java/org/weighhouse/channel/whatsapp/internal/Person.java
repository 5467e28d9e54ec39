package org.weighhouse.channel.whatsapp.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * Somebody on WhatsApp in the one spelling that he has here: the digits of his phone number with the country's code in front,
 * or, of people who hide it, the id that a business knows them by ({@code DE.1349…}, at most 128 characters after the
 * country); empty for what is neither.
 */
record Person(String id) {

    static final Person NONE = new Person("");

    /** By ITU-T E.164 a number has at most 15 digits. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{4,14}");

    private static final Pattern PUNCTUATION = Pattern.compile("[+() .\\-\u00a0]");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,120}");
    private static final int LONGEST = 130;
    private static final String UNKNOWN_REGION = "ZZ";
    private static final String WORLD = "001";

    /** From what a request or webhook says, which may be anything. */
    static Person of(String said) {
        if (said.length() > LONGEST) {
            return NONE;
        }
        if (USER_ID.matcher(said).matches()) {
            return new Person(said);
        }
        String digits = PUNCTUATION.matcher(said).replaceAll("");
        return NUMBER.matcher(digits).matches() ? new Person(digits) : NONE;
    }

    boolean isNone() {
        return id.isEmpty();
    }

    boolean hasNumber() {
        return !isNone() && Character.isDigit(id.charAt(0));
    }

    /** The country that prices depend on, by ISO 3166: {@code DE}; empty if it is none's. */
    String market() {
        if (isNone()) {
            return "";
        }
        return hasNumber() ? country("+" + id) : id.substring(0, 2);
    }

    private static String country(String number) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = util.parse(number, UNKNOWN_REGION);
            String region = util.getRegionCodeForNumber(parsed);
            // A number of no known range still has a country's code.
            String country = region == null ? util.getRegionCodeForCountryCode(parsed.getCountryCode()) : region;
            return country.equals(UNKNOWN_REGION) || country.equals(WORLD) ? "" : country;
        } catch (NumberParseException noNumber) {
            return "";
        }
    }
}
