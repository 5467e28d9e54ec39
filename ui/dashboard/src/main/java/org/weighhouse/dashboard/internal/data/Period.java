package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The date filter: a span that moves with the calendar, or days somebody chose. */
public sealed interface Period {

    /** The days it means now. */
    DaySpan days(Instant now, ZoneId zone);

    /** For people. */
    String label();

    /** For addresses; {@link #parse} reads it back. */
    String key();

    enum Preset implements Period {
        TODAY("Today", "today", 1),
        LAST_7("Last 7 days", "7d", 7),
        LAST_30("Last 30 days", "30d", 30);

        private final String label;
        private final String key;
        private final int days;

        Preset(String label, String key, int days) {
            this.label = label;
            this.key = key;
            this.days = days;
        }

        @Override
        public DaySpan days(Instant now, ZoneId zone) {
            return DaySpan.last(days, now, zone);
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String key() {
            return key;
        }
    }

    record Custom(DaySpan span) implements Period {
        @Override
        public DaySpan days(Instant now, ZoneId zone) {
            return span;
        }

        @Override
        public String label() {
            return "Custom";
        }

        @Override
        public String key() {
            return span.first() + ".." + span.last();
        }
    }

    /** Empty for what is no period. */
    static Optional<Period> parse(String key) {
        for (Preset preset : Preset.values()) {
            if (preset.key().equals(key)) {
                return Optional.of(preset);
            }
        }
        String[] ends = key.split("\\.\\.", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Custom(new DaySpan(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]))));
        } catch (DateTimeParseException | IllegalArgumentException notDays) {
            return Optional.empty();
        }
    }
}
