package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Period;

class UsageFilterTest {

    @Test
    void an_address_gives_back_its_filter() {
        UsageFilter filter = new UsageFilter(Unit.AI_TOKEN, Dimension.AI_FEATURE, Period.Preset.TODAY);
        assertThat(UsageFilter.of(filter.toAddress())).isEqualTo(filter);
    }

    @Test
    void an_address_may_ask_for_costs_and_for_every_dimension() {
        for (Dimension dimension : Dimension.values()) {
            UsageFilter filter = new UsageFilter(Unit.COST, dimension, Period.Preset.LAST_7);
            assertThat(UsageFilter.of(filter.toAddress())).isEqualTo(filter);
            assertThat(UsageFilter.label(dimension)).isNotBlank();
        }
    }

    @Test
    void nonsense_in_an_address_is_as_if_it_were_not_there() {
        QueryParameters address = QueryParameters.fromString("unit=engagements&by=%3Cscript%3E&period=9999");
        assertThat(UsageFilter.of(address)).isEqualTo(UsageFilter.DEFAULT);
    }
}
