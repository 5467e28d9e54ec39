package org.weighhouse.gateway.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The JDK's parser is the rule; ours must never differ from it, in what it reads and in what it refuses. */
class Rfc3339PropertiesTest {

    private static Optional<Instant> read(Function<String, Instant> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> jdk(String text) {
        return read(given -> OffsetDateTime.parse(given).toInstant(), text);
    }

    private static void assertSame(String text) {
        if (text.startsWith("60", 17)) {
            // A leap second, which the JDK does not know.
            return;
        }
        assertThat(read(Rfc3339::parse, text)).as(text).isEqualTo(jdk(text));
    }

    @Property(tries = 20_000)
    void timesOfEveryShapeAreReadAsTheJdkReadsThem(@ForAll("times") String text) {
        assertThat(jdk(text)).as(text).isPresent();
        assertSame(text);
    }

    @Property(tries = 20_000)
    void fieldsOutOfRangeAreTreatedAsTheJdkTreatsThem(@ForAll("wildTimes") String text) {
        assertSame(text);
    }

    @Property(tries = 20_000)
    void changedCharactersAreTreatedAsTheJdkTreatsThem(
            @ForAll("times") String text, @ForAll int place, @ForAll("characters") char with) {
        StringBuilder changed = new StringBuilder(text);
        changed.setCharAt(Math.floorMod(place, text.length()), with);
        assertSame(changed.toString());
    }

    @Property(tries = 5_000)
    void cutOffTimesAreTreatedAsTheJdkTreatsThem(@ForAll("times") String text, @ForAll int length) {
        assertSame(text.substring(0, Math.floorMod(length, text.length() + 1)));
    }

    @Example
    void leapSecondIsTheLastMicrosecondBeforeIt() {
        Map<String, String> leaps = Map.of(
                "2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999999Z",
                "2016-12-31T23:59:60.5Z", "2016-12-31T23:59:59.999999Z",
                "1990-12-31T15:59:60-08:00", "1990-12-31T23:59:59.999999Z",
                "2015-07-01T05:29:60+05:30", "2015-06-30T23:59:59.999999Z");

        leaps.forEach(
                (text, instant) -> assertThat(Rfc3339.parse(text)).as(text).isEqualTo(Instant.parse(instant)));
    }

    @Example
    void secondSixtyAnywhereElseIsRefused() {
        for (String text : List.of(
                "2016-12-30T23:59:60Z",
                "2016-12-31T22:59:60Z",
                "2016-12-31T23:58:60Z",
                "2016-12-31T23:59:60+01:00",
                "2016-12-31T23:59:600Z",
                "2016-12-31T23:59:60",
                "2016-12-31 23:59:60Z")) {
            assertThat(read(Rfc3339::parse, text)).as(text).isEmpty();
        }
    }

    @Example
    void everyDayOfFourCenturiesIsRead() {
        LocalDate last = LocalDate.of(2100, 3, 2);
        for (LocalDate day = LocalDate.of(1700, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            String text = day + "T23:59:59Z";
            assertThat(Rfc3339.parse(text)).isEqualTo(jdk(text).orElseThrow());
        }
    }

    @Provide
    Arbitrary<String> times() {
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(-719_528, 2_932_896)
                .edgeCases(edges -> edges.add(0L, 11_016L))
                .map(LocalDate::ofEpochDay);
        Arbitrary<String> clock = Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(0, 59))
                .as("%02d:%02d:%02d"::formatted);
        Arbitrary<String> fraction = Arbitraries.strings()
                .numeric()
                .ofMinLength(0)
                .ofMaxLength(9)
                .map(digits -> digits.isEmpty() ? "" : "." + digits);
        Arbitrary<String> offset = Arbitraries.oneOf(
                Arbitraries.of("Z", "z", "+00:00", "-00:00", "+18:00", "-18:00", "+05:30"),
                Arbitraries.integers()
                        .between(-64_800 / 60, 64_800 / 60)
                        .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60).getId()));
        return Combinators.combine(days, Arbitraries.of("T", "T", "T", "t"), clock, fraction, offset)
                .as((day, t, time, part, at) -> day + t + time + part + at);
    }

    @Provide
    Arbitrary<String> wildTimes() {
        Arbitrary<Integer> two = Arbitraries.integers().between(0, 99);
        Arbitrary<String> date = Combinators.combine(
                        Arbitraries.integers().between(0, 9_999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32))
                .as("%04d-%02d-%02d"::formatted);
        Arbitrary<String> clock = Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 61),
                        Arbitraries.integers().between(0, 61))
                .as("T%02d:%02d:%02d"::formatted);
        Arbitrary<String> fraction = Arbitraries.of("", ".", ".1", ",5", ".123456789", ".1234567890", ".1 ");
        Arbitrary<String> offset = Arbitraries.oneOf(
                Arbitraries.of("", "Z", "ZZ", "Z ", "UTC", "+1", "+0100", "+01", "+01:00:00", "+01:00Z"),
                Combinators.combine(
                                Arbitraries.of("+", "-", " "),
                                Arbitraries.integers().between(0, 19),
                                two)
                        .as("%s%02d:%02d"::formatted));
        return Combinators.combine(date, clock, fraction, offset).as((day, time, part, at) -> day + time + part + at);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.chars().numeric(),
                Arbitraries.of('T', 't', 'Z', 'z', ':', '-', '+', '.', ',', ' ', '/', '\u0660', '\uff11', '\u0000'));
    }
}
