package org.weighhouse.ledger.internal.memory;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.ReferenceName;

/**
 * Knows what was written under platforms' names, and what was said of them. Any number of entries may share a name, as
 * upstreams and clients choose it: so each is kept under the name and how many there were before, which keeps every key's
 * values few and finds any of them in a number of steps that grows with the logarithm. Only the writer calls it.
 */
public final class References {

    private final KeyIndex index;

    References(KeyIndex index) {
        this.index = index;
    }

    /**
     * Where what goes by a name is.
     *
     * @param first the oldest entry; empty if there is none
     * @param entries the newest ones, newest first
     */
    public record Places(OptionalLong first, long[] entries, long[] amendments) {}

    /** How many entries have a name. */
    public int entryCount(Past past, ReferenceName name) {
        return count(number -> entryAt(past, name, number));
    }

    /** How many amendments there are of a name. */
    public int amendmentCount(Past past, ReferenceName name) {
        return count(number -> amendmentAt(past, name, number));
    }

    /** The amendment of a name that has an id. */
    public Optional<AmendmentSaid> amendment(Past past, ReferenceName name, String id) {
        for (long location : index.candidates(Keys.ofAmendment(name, id))) {
            if (past.placed(location) instanceof AmendmentSaid said
                    && said.name().equals(name)
                    && said.amendment().id().equals(id)) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** Where the amendments of a name are, and its newest entries, newest first. */
    public Places places(Past past, ReferenceName name, int mostEntries) {
        int entries = entryCount(past, name);
        long[] newest = new long[Math.min(entries, mostEntries)];
        for (int i = 0; i < newest.length; i++) {
            newest[i] = entryAt(past, name, entries - 1 - i).orElseThrow();
        }
        long[] amendments = new long[amendmentCount(past, name)];
        for (int i = 0; i < amendments.length; i++) {
            amendments[i] = amendmentAt(past, name, i).orElseThrow();
        }
        return new Places(firstEntry(past, name), newest, amendments);
    }

    /**
     * Where the oldest entry of a name is that is no correction. Before it there are only corrections that brought a fact
     * to this name, which are few.
     */
    public OptionalLong firstEntry(Past past, ReferenceName name) {
        int number = 0;
        OptionalLong place = entryAt(past, name, number);
        while (place.isPresent() && past.entry(place.getAsLong()).isCorrection()) {
            number++;
            place = entryAt(past, name, number);
        }
        return place;
    }

    void add(EntryWritten entry, long location) {
        index.add(Keys.ofReference(entry.name(), entry.occurrence()), location);
    }

    void add(AmendmentSaid said, long location) {
        index.add(Keys.ofAmendments(said.name(), said.number()), location);
        index.add(Keys.ofAmendment(said.name(), said.amendment().id()), location);
    }

    private OptionalLong entryAt(Past past, ReferenceName name, int number) {
        for (long location : index.candidates(Keys.ofReference(name, number))) {
            if (past.placed(location) instanceof EntryWritten entry
                    && entry.occurrence() == number
                    && entry.hasReference()
                    && entry.name().equals(name)) {
                return OptionalLong.of(location);
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong amendmentAt(Past past, ReferenceName name, int number) {
        for (long location : index.candidates(Keys.ofAmendments(name, number))) {
            if (past.placed(location) instanceof AmendmentSaid said
                    && said.number() == number
                    && said.name().equals(name)) {
                return OptionalLong.of(location);
            }
        }
        return OptionalLong.empty();
    }

    /** How many places there are, which are numbered without gaps from 0. */
    private static int count(IntFunction<OptionalLong> place) {
        if (place.apply(0).isEmpty()) {
            return 0;
        }
        int there = 0;
        int missing = 1;
        while (place.apply(missing).isPresent()) {
            there = missing;
            missing = Math.multiplyExact(missing, 2);
        }
        while (missing - there > 1) {
            int middle = there + (missing - there) / 2;
            if (place.apply(middle).isPresent()) {
                there = middle;
            } else {
                missing = middle;
            }
        }
        return missing;
    }
}
