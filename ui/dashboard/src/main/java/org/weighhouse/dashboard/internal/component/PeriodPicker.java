package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Period;

/** The date filter: Today, Last 7 days, Last 30 days, or days of one's own. */
public final class PeriodPicker extends Div {

    private static final String CUSTOM = "custom";

    private final Choice<String> choice = new Choice<>("Dates", this::picked);
    private final DatePicker first = new DatePicker("From");
    private final DatePicker last = new DatePicker("To");
    private final Span problem = new Span();
    private final Div custom = new Div(first, last, problem);
    private final Consumer<Period> chosen;

    /** @param idPrefix what the ids of the parts begin with */
    public PeriodPicker(String idPrefix, Consumer<Period> chosen) {
        this.chosen = chosen;
        addClassName("wh-period");
        for (Period.Preset preset : Period.Preset.values()) {
            choice.option(preset.key(), preset.label(), idPrefix + "-" + preset.key());
        }
        choice.option(CUSTOM, "Custom", idPrefix + "-custom");
        first.setId(idPrefix + "-from");
        last.setId(idPrefix + "-to");
        first.addValueChangeListener(change -> customChosen(change.isFromClient()));
        last.addValueChangeListener(change -> customChosen(change.isFromClient()));
        custom.addClassName("wh-period-custom");
        problem.addClassName("wh-problem");
        problem.getElement().setAttribute("role", "alert");
        add(choice, custom);
    }

    /**
     * Marks a period without calling back.
     *
     * @param days what it means now, offered when somebody goes on to choose days of their own
     */
    public void show(Period period, DaySpan days) {
        boolean own = period instanceof Period.Custom;
        choice.select(own ? CUSTOM : period.key());
        custom.setVisible(own);
        // Days that do not fit yet are still being chosen; an update must not take them away.
        if (!own || problem.getText().isEmpty()) {
            first.setValue(days.first());
            last.setValue(days.last());
        }
    }

    private void picked(String key) {
        custom.setVisible(key.equals(CUSTOM));
        if (key.equals(CUSTOM)) {
            customChosen(true);
        } else {
            Period.parse(key).ifPresent(chosen);
        }
    }

    private void customChosen(boolean byUser) {
        LocalDate from = first.getValue();
        LocalDate to = last.getValue();
        problem.setText("");
        if (!byUser || from == null || to == null) {
            return;
        }
        if (to.isBefore(from)) {
            problem.setText("The last day must not be before the first.");
        } else if (ChronoUnit.DAYS.between(from, to) >= DaySpan.MAX_DAYS) {
            problem.setText("Choose at most " + DaySpan.MAX_DAYS + " days.");
        } else {
            chosen.accept(new Period.Custom(new DaySpan(from, to)));
        }
    }
}
