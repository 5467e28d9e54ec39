package org.weighhouse.dashboard.internal.data;

import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;

/** What a chart and its table are asked for. */
public record Question(Workspace workspace, Unit unit, Dimension by, DaySpan days) {}
