package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.UsageEvent;

class IdsTest {

    @Test
    void whatIsShortAndPlainStaysReadable() {
        assertThat(Ids.part("uuid", "anna")).isEqualTo("uuid/anna");
        assertThat(Ids.restatement("uuid", "read")).isEqualTo("~uuid/read");
        assertThat(OwnSource.COST.of("shop")).isEqualTo("weighhouse:cost/shop");
    }

    @Test
    void differentNamesGiveDifferentIdsOfBoundedLength() {
        String longest = "x".repeat(UsageEvent.MAX_ID_LENGTH);
        List<String> ids = Stream.of(
                        Ids.part("a", "b/c"),
                        Ids.part("a/b", "c"),
                        Ids.restatement("a", "b/c"),
                        Ids.restatement("a/b", "c"),
                        Ids.part(longest, "a"),
                        Ids.part(longest, "b"),
                        Ids.part("a", longest),
                        Ids.restatement(longest, "a"),
                        Ids.restatement(longest, longest))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() <= UsageEvent.MAX_ID_LENGTH);
    }

    @Test
    void sourcesOfDifferentNamesAndKindsStayApart() {
        String most = "s".repeat(UsageEvent.MAX_ID_LENGTH - 1);
        List<String> sources = Stream.of(OwnSource.values())
                .flatMap(source -> Stream.of("a", "b", most + "a", most + "b").map(source::of))
                .toList();

        assertThat(sources)
                .doesNotHaveDuplicates()
                .allMatch(source -> source.length() <= UsageEvent.MAX_ID_LENGTH && source.startsWith("weighhouse:"));
    }
}
