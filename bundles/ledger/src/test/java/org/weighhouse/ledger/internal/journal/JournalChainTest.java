package org.weighhouse.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JournalChainTest {

    @Test
    void aChainGoesOnFromTheEndOfAnyRow() {
        JournalChain writing = new JournalChain();
        TestRows.next(writing, 1, 2, 10);
        JournalChain goingOn = new JournalChain(writing.lastSeq(), writing.nextEntry(), writing.lastHash());

        JournalRow third = TestRows.next(writing, 3, 4, 20);

        goingOn.check(third);
        assertThat(third.firstEntry()).isEqualTo(1 + TestRows.ENTRIES);
        assertThat(goingOn.lastSeq()).isEqualTo(2);
        assertThat(goingOn.nextEntry()).isEqualTo(writing.nextEntry());
        assertThat(goingOn.lastHash()).isEqualTo(third.hash());
    }

    @Test
    void aChainThatBeganWithAnotherHashTakesNoRow() {
        JournalChain writing = new JournalChain();
        TestRows.next(writing, 1, 2, 10);
        JournalRow second = TestRows.next(writing, 3, 4, 20);
        JournalChain elsewhere = new JournalChain(1, second.firstEntry(), new byte[32]);

        assertThatThrownBy(() -> elsewhere.check(second))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("row 2 does not follow");
    }

    @Test
    void aLocationIsARowAndAnIndex() {
        long last = Location.of(1L << 42, Location.MAX_ENTRIES_IN_ROW - 1);

        assertThat(Location.row(last)).isEqualTo(1L << 42);
        assertThat(Location.index(last)).isEqualTo(Location.MAX_ENTRIES_IN_ROW - 1);
        assertThat(Location.of(2, 0)).isGreaterThan(Location.of(1, Location.MAX_ENTRIES_IN_ROW - 1));
        assertThatThrownBy(() -> Location.of(1, Location.MAX_ENTRIES_IN_ROW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Location.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
