package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({
        "4915123456789, 4915123456789, DE",
        "+49 151 2345-6789, 4915123456789, DE",
        "15551234567, 15551234567, US",
        "14165550123, 14165550123, CA",
        "18765551234, 18765551234, JM",
        "77012345678, 77012345678, KZ",
        "919876543210, 919876543210, IN",
        "447700900123, 447700900123, GB",
        "5511987654321, 5511987654321, BR",
        "2348031234567, 2348031234567, NG",
        // Of no country: international freephone.
        "80012345678, 80012345678, ''",
        // Nobody's, but it would be Germany's.
        "490000000, 490000000, DE",
        "US.13491208655302741918, US.13491208655302741918, US",
        "DE.ENT.11815799212886844830, DE.ENT.11815799212886844830, DE",
    })
    void one_spelling_and_one_market(String said, String id, String market) {
        Person person = Person.of(said);

        assertThat(person.id()).isEqualTo(id);
        assertThat(person.market()).isEqualTo(market);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0151234567",
                "1234",
                "1234567890123456",
                "Y2FwaV9ncm91cDox",
                "us.123",
                "US.",
                "US.12/34",
                "49151\u0660\u0661\u0662\u0663",
                "{\"id\":1}"
            })
    void anything_else_is_nobody(String said) {
        assertThat(Person.of(said)).isEqualTo(Person.NONE);
        assertThat(Person.of(said).market()).isEmpty();
    }
}
