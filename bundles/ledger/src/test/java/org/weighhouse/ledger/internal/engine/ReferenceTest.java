package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.UsageQueries;

/** What a platform calls something finds every entry of that name, and decides nothing. */
class ReferenceTest {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final Reference WAMID = Reference.of("wamid.1");
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final int MANY = 10_000;
    private static final int BATCH = 1_000;

    private MemoryLedger ledger = new MemoryLedger(TestLedger.MANY_CHECKPOINTS);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyEntryOfANameIsFoundNewestFirst() {
        for (int i = 0; i < 7; i++) {
            ledger.record(posting("m" + i, NOON, 1).with(WAMID));
            ledger.record(posting("n" + i, NOON, 1).with(Reference.of("wamid.2")));
            if (i % 2 == 0) {
                ledger.restart();
            }
            assertThat(ids(ledger.find(WAMID))).isEqualTo(idsDownFrom(i, i + 1));
        }
        assertThat(ledger.find(WAMID)).extracting(LedgerEntry::reference).containsOnly(WAMID);
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    void otherWorkspacesChannelsAndNamesSeeNothing() {
        ledger.record(posting("m", NOON, 1).with(WAMID));
        ledger.record(posting("n", NOON, 1));
        ledger.restart();

        assertThat(ledger.queries().find(OTHER, "telegram", WAMID)).isEmpty();
        assertThat(ledger.queries().find(ACME, "viber", WAMID)).isEmpty();
        assertThat(ledger.queries().find(ACME, "telegra", Reference.of("mwamid.1")))
                .isEmpty();
        assertThat(ledger.find(Reference.of("wamid.11"))).isEmpty();
        assertThatThrownBy(() -> ledger.find(Reference.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameNameInAnotherWorkspaceIsAnotherThing() {
        ledger.record(OTHER, posting("theirs", NOON, 1).with(WAMID));
        ledger.record(posting("ours", NOON, 1).with(WAMID));
        ledger.restart();

        assertThat(ids(ledger.find(WAMID))).containsExactly("ours");
        assertThat(ids(ledger.queries().find(OTHER, "telegram", WAMID))).containsExactly("theirs");
    }

    @Test
    void aCorrectionIsFoundInTheChannelsThatItTouches() {
        Posting original = posting("m", NOON, 3).with(WAMID);
        Posting viber = Posting.fact(
                        original.source(),
                        "moved",
                        original.time(),
                        original.unit(),
                        original.amount(),
                        original.measures(),
                        original.attribution().with(Dimension.CHANNEL, "viber"))
                .with(WAMID)
                .correcting("m");
        ledger.record(original);
        ledger.record(posting("less", NOON, 2).with(WAMID).correcting("m"));
        ledger.record(viber);
        ledger.restart();

        assertThat(ids(ledger.find(WAMID))).containsExactly("moved", "less", "m");
        assertThat(ids(ledger.queries().find(ACME, "viber", WAMID))).containsExactly("moved");
    }

    static List<String> names() {
        String long4k = "x".repeat(4_096);
        return List.of("a", long4k, long4k + "y", "tab\there", "broken \uD800 pair", "u-\uD83D\uDE42", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyNameFindsItsEntriesAndNoOthers(String name) {
        for (int i = 0; i < names().size(); i++) {
            ledger.record(posting("of-" + i, NOON, 1).with(Reference.of(names().get(i))));
        }
        ledger.restart();

        assertThat(ids(ledger.find(Reference.of(name)))).containsExactly("of-" + names().indexOf(name));
    }

    /** Whoever chooses names can choose the same one for ever. */
    @Test
    @Timeout(120)
    void tenThousandOfTheSameNameAreStillFound() {
        ledger.close();
        ledger = new MemoryLedger(Settings.DEFAULT.withCheckpointEvery(3_000, 50));
        for (int first = 0; first < MANY; first += BATCH) {
            ledger.engine()
                    .record(
                            ACME,
                            IntStream.range(first, first + BATCH)
                                    .mapToObj(i -> posting("m" + i, NOON, 1).with(WAMID))
                                    .toList())
                    .join();
        }
        assertThat(ids(ledger.find(WAMID))).isEqualTo(idsDownFrom(MANY - 1, UsageQueries.MAX_ENTRIES));
        ledger.restart();

        ledger.record(posting("m" + MANY, NOON, 1).with(WAMID));

        assertThat(ids(ledger.find(WAMID))).isEqualTo(idsDownFrom(MANY, UsageQueries.MAX_ENTRIES));
        assertThat(ledger.dossier(WAMID).original())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("m0"));
        assertThat(ledger.findings()).isEmpty();
    }

    private static List<String> ids(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::id).toList();
    }

    private static List<String> idsDownFrom(int newest, int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + (newest - i)).toList();
    }
}
