package org.weighhouse.dashboard.internal.component;

/** The chart library's version, in one place for all elements that draw with it. */
final class Charts {

    static final String LIBRARY = "echarts";
    static final String VERSION = "6.0.0";

    private Charts() {}
}
