import { type CSSResultGroup, LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([SVGRenderer]);

/** What our ECharts elements share: size, theme, motion, and letting go. */
export abstract class ChartBase extends LitElement {
  static styles: CSSResultGroup = css`
    :host { display: block; position: relative; min-width: 0; }
    #canvas { position: absolute; inset: 0; }
  `;

  /** BCP 47 tag that numbers are formatted for. */
  @property({ type: String }) language = 'en';

  protected chart?: echarts.ECharts;

  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly themed = new MutationObserver(() => this.redraw());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly onScheme = () => this.redraw();

  protected abstract option(): object;

  render() {
    return html`<div id="canvas" aria-hidden="true"></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
    this.themed.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.dark.addEventListener('change', this.onScheme);
    if (this.hasUpdated) {
      this.start();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.themed.disconnect();
    this.dark.removeEventListener('change', this.onScheme);
    this.chart?.dispose();
    this.chart = undefined;
  }

  firstUpdated() {
    this.start();
  }

  updated() {
    this.redraw();
  }

  /** The colour a custom property stands for now; the browser resolves light and dark. */
  protected color(name: string): string {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    this.renderRoot.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  /** The page's font by name, for charts measure text themselves. */
  protected get font(): string {
    return getComputedStyle(this).fontFamily;
  }

  protected get moves(): boolean {
    return !this.still.matches;
  }

  protected number(value: number): string {
    return value.toLocaleString(this.language, { maximumFractionDigits: 6 });
  }

  private start() {
    this.chart = echarts.init(this.renderRoot.querySelector('#canvas') as HTMLElement, null, { renderer: 'svg' });
    this.redraw();
  }

  private redraw() {
    this.chart?.setOption(
      { animation: this.moves, animationDuration: 500, animationDurationUpdate: 300, ...this.option() },
      { notMerge: false, replaceMerge: ['series'] },
    );
  }
}
