import { customElement, property } from 'lit/decorators.js';
import * as echarts from 'echarts/core';
import { GaugeChart } from 'echarts/charts';
import { ChartBase } from './chart-base';

echarts.use([GaugeChart]);

const COLORS: Record<string, string> = {
  ok: '--wh-ok',
  watch: '--wh-watch',
  high: '--wh-high',
  unlimited: '--wh-accent',
};

/** A ring that fills up to 100 percent; the number in it may be larger. Words beside it say the same. */
@customElement('wh-gauge')
export class WhGauge extends ChartBase {
  @property({ type: Number }) percent = 0;
  @property({ type: String }) level = 'ok';

  protected option() {
    const unlimited = this.level === 'unlimited';
    return {
      series: [
        {
          id: 'ring',
          type: 'gauge',
          radius: '96%',
          center: ['50%', '50%'],
          startAngle: 90,
          endAngle: -270,
          min: 0,
          max: 100,
          silent: true,
          pointer: { show: false },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { show: false },
          anchor: { show: false },
          axisLine: { roundCap: true, lineStyle: { width: 9, color: [[1, this.color('--wh-track')]] } },
          progress: {
            show: !unlimited && this.percent > 0,
            width: 9,
            roundCap: true,
            itemStyle: { color: this.color(COLORS[this.level] ?? '--wh-accent') },
          },
          detail: {
            offsetCenter: [0, '2%'],
            formatter: () => (unlimited ? '∞' : `${this.number(this.percent)}%`),
            color: this.color('--wh-text'),
            fontFamily: this.font,
            fontSize: unlimited ? 26 : 18,
            fontWeight: 600,
          },
          data: [{ value: Math.min(100, this.percent) }],
        },
      ],
    };
  }
}
