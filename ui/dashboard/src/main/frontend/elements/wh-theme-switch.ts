import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';

type Scheme = 'system' | 'light' | 'dark';

const KEY = 'weighhouse-theme';
const SCHEMES: [Scheme, string][] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Light, dark, or what the system says; kept in this browser. The page's head applies it before the first paint. */
@customElement('wh-theme-switch')
export class WhThemeSwitch extends LitElement {
  static styles = css`
    :host { display: inline-block; }
    fieldset { border: 0; margin: 0; padding: 3px; display: flex; gap: 2px; border-radius: 10px; background: var(--wh-track); }
    legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    label { position: relative; cursor: pointer; }
    input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
    span { display: block; padding: 7px 14px; border-radius: 8px; font-size: 14px; font-weight: 500; color: var(--wh-text-muted); }
    input:checked + span { background: var(--wh-surface); color: var(--wh-text); box-shadow: var(--wh-shadow-small); }
    input:focus-visible + span { outline: 2px solid var(--wh-focus); outline-offset: 1px; }
  `;

  @state() private scheme: Scheme = (localStorage.getItem(KEY) as Scheme) ?? 'system';

  render() {
    return html`<fieldset>
      <legend>Colours</legend>
      ${SCHEMES.map(
        ([value, name]) => html`<label>
          <input type="radio" name="scheme" .value=${value} .checked=${this.scheme === value} @change=${() => this.choose(value)} />
          <span>${name}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private choose(scheme: Scheme) {
    this.scheme = scheme;
    if (scheme === 'system') {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, scheme);
    }
    document.documentElement.style.colorScheme = scheme === 'system' ? 'light dark' : scheme;
  }
}
