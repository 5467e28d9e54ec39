package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.report.ReportRequest.Format;

class SettingsTest {

    private static final Instant NOON = Instant.parse("2026-10-07T12:00:00Z");

    private final Fixture fixture = new Fixture();

    @Test
    void a_value_out_of_range_is_refused_by_its_name() {
        assertThatThrownBy(() -> fixture.service(Fixture.settings(0, 1_000, 15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pdf.concurrent.max");
        assertThatThrownBy(() -> fixture.service(Fixture.settings(2, -1, 15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pdf.wait.in.ms");
        assertThatThrownBy(() -> fixture.service(Fixture.settings(2, 1_000, 51)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pdf.rows.max");
    }

    @Test
    void a_table_shows_as_many_rows_as_it_is_told() {
        for (int i = 0; i < 5; i++) {
            fixture.ledger.messages(
                    Fixture.DEMO, NOON, Fixture.attribution("telegram", "kind-" + i, "", "", "", ""), "1" + i, 1);
        }
        byte[] pdf =
                Fixture.write(fixture.service(Fixture.settings(1, 1_000, 3)), Format.PDF, "2026-10-01", "2026-10-31");
        assertThat(Fixture.text(pdf)).contains("kind-4", "kind-3", "kind-2", "2 other kinds 2 21");
    }

    @Test
    void the_callers_stream_stays_open_and_its_class_loader_stays_its_own() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader foreign = ClassLoader.getPlatformClassLoader();
        Thread.currentThread().setContextClassLoader(foreign);
        try {
            for (Format format : Format.values()) {
                fixture.service(Fixture.settings(1, 1_000, 15))
                        .write(Fixture.request(format, "2026-10-01", "2026-10-31"), new MustStayOpen());
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(foreign);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static final class MustStayOpen extends OutputStream {
        @Override
        public void write(int one) {}

        @Override
        public void close() {
            throw new AssertionError("the stream is not the report's to close");
        }
    }
}
