package org.weighhouse.api.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

/**
 * What a platform says later of something that was counted, or will be: a status of a message, a late price. The order
 * in which amendments arrive does not matter: of all that was said of a field, what is newest by {@code asOf} holds, and
 * of equally new ones that with the greater id.
 *
 * @param id what tells this statement from others about the same reference: the same one counts once; 1 to
 *     {@link Reference#MAX_LENGTH} characters
 * @param part the part of the thing that it is about, such as one recipient of a group message; empty for the whole. Once
 *     something was said of a part, the whole is the sum of its parts
 * @param asOf when the platform says that it was so
 * @param changes at most one of each kind; at least one
 */
public record Amendment(String id, String part, Instant asOf, List<Change> changes) {

    /** What is different from what was counted. */
    public sealed interface Change {

        /** The message kind. */
        record Kind(String value) implements Change {
            /** @throws IllegalArgumentException if the value cannot stand in an attribution */
            public Kind {
                checkAttribute(value);
            }
        }

        record Market(String value) implements Change {
            /** @throws IllegalArgumentException if the value cannot stand in an attribution */
            public Market {
                checkAttribute(value);
            }
        }

        /** How many there were; none for what failed after all: everything is given back. */
        record Quantity(long value) implements Change {
            /** @throws IllegalArgumentException if the quantity is out of range */
            public Quantity {
                if (value < 0 || value > Reading.MAX_QUANTITY) {
                    throw new IllegalArgumentException("quantity must be between 0 and " + Reading.MAX_QUANTITY);
                }
            }
        }

        /** What the provider charges for it in all, in {@link org.weighhouse.api.Unit#COST}, whatever the price book says. */
        record Cost(Amount value) implements Change {
            /** @throws IllegalArgumentException if the cost is negative */
            public Cost {
                if (value.isNegative()) {
                    throw new IllegalArgumentException("a cost must not be negative");
                }
            }
        }

        private static void checkAttribute(String value) {
            if (!Attribution.isValid(value)) {
                throw new IllegalArgumentException("a kind or market has at most " + Attribution.MAX_LENGTH
                        + " characters, none of them a control");
            }
        }
    }

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Cuts the time to microseconds and puts the changes into one order.
     *
     * @throws IllegalArgumentException if a text is too long or empty, the time is before 1970 or after the year 9998, or
     *     the changes are none or repeat themselves
     */
    public Amendment {
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        changes = changes.stream()
                .sorted(Comparator.comparing(change -> change.getClass().getSimpleName()))
                .toList();
        if (asOf.isBefore(Instant.EPOCH) || !asOf.isBefore(LATEST)) {
            throw new IllegalArgumentException("an amendment's time lies between 1970 and 9999");
        }
        if (id.isEmpty()
                || !Reference.of(id).value().equals(id)
                || !Reference.of(part).value().equals(part)) {
            throw new IllegalArgumentException("an amendment's id and part have at most " + Reference.MAX_LENGTH
                    + " characters, none of them a control; the id has at least one");
        }
        if (changes.isEmpty()
                || changes.stream().map(Object::getClass).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("an amendment changes something, and nothing twice");
        }
    }
}
