import { type CSSResultGroup, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import * as echarts from 'echarts/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { ChartBase } from './chart-base';

echarts.use([BarChart, GridComponent, TooltipComponent]);

interface Series {
  key: string;
  name: string;
  color: string;
  values: number[];
}

interface ChartData {
  labels: string[];
  series: Series[];
  noun: string;
  whole: boolean;
}

const escape = (text: string) => echarts.format.encodeHTML(text);

/** Use over time: one bar a slice of time, stacked by channel or another dimension. */
@customElement('wh-usage-chart')
export class WhUsageChart extends ChartBase {
  static styles: CSSResultGroup = [ChartBase.styles, css`:host { height: 280px; }`];

  @property({ attribute: false }) data: ChartData = { labels: [], series: [], noun: '', whole: true };

  protected option() {
    const { labels, series } = this.data;
    const quiet = { color: this.color('--wh-text-muted'), fontFamily: this.font, fontSize: 12 };
    const surface = this.color('--wh-surface');
    return {
      grid: { left: 0, right: 4, top: 12, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: this.color('--wh-hover') } },
        backgroundColor: this.color('--wh-raised'),
        borderColor: this.color('--wh-line'),
        textStyle: { color: this.color('--wh-text'), fontFamily: this.font, fontSize: 13 },
        extraCssText: 'box-shadow: 0 8px 24px rgb(0 0 0 / 14%); border-radius: 10px;',
        confine: true,
        formatter: (items: { dataIndex: number }[]) => this.tooltip(items[0].dataIndex),
      },
      xAxis: {
        type: 'category',
        data: labels,
        axisLabel: { ...quiet, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: this.color('--wh-line') } },
      },
      yAxis: {
        type: 'value',
        minInterval: this.data.whole ? 1 : 0,
        splitNumber: 4,
        axisLabel: { ...quiet, formatter: (value: number) => this.short(value) },
        splitLine: { lineStyle: { color: this.color('--wh-line'), type: [3, 4] } },
      },
      series: series.map((each) => ({
        id: each.key,
        name: each.name,
        type: 'bar',
        stack: 'use',
        barMaxWidth: 72,
        barCategoryGap: '30%',
        itemStyle: { color: each.color, borderColor: surface, borderWidth: 1, borderRadius: 2 },
        data: each.values,
      })),
    };
  }

  private tooltip(index: number): string {
    const used = this.data.series.filter((each) => each.values[index] !== 0);
    const total = used.reduce((sum, each) => sum + each.values[index], 0);
    const line = (mark: string, name: string, value: number) =>
      `<div style="display:flex;gap:10px;align-items:center;margin-top:4px">${mark}` +
      `<span style="flex:1">${escape(name)}</span><b>${this.number(value)}</b></div>`;
    const dot = (color: string) => `<i style="width:8px;height:8px;border-radius:50%;background:${color}"></i>`;
    const rows = used.map((each) => line(dot(escape(each.color)), each.name, each.values[index]));
    const sum = used.length === 1 ? '' : line('', `Total ${this.data.noun}`, Math.round(total * 1e6) / 1e6);
    return `<div style="min-width:150px"><b>${escape(this.data.labels[index])}</b>${rows.join('')}${sum}</div>`;
  }

  private short(value: number): string {
    return value.toLocaleString(this.language, { notation: 'compact', maximumFractionDigits: 1 });
  }
}
