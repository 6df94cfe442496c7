import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';

/** What a test's host renders, how it looks, and the controllers it makes. */
export interface HostParts<T> {
  render?(): TemplateResult;
  readonly styles?: CSSResultGroup;
  controllers(host: LitElement & { find(selector: string): HTMLElement | null }): T;
}

let count = 0;

/** Makes an element, not yet in the page, that has the controllers; each call defines a new tag. */
export function makeHost<T>({ render = () => html``, styles = [], controllers }: HostParts<T>) {
  class Host extends LitElement {
    static override styles = styles;
    readonly controllers: T = controllers(this);
    find(selector: string): HTMLElement | null {
      return this.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
    }
    override render = render;
  }
  customElements.define(`test-host-${++count}`, Host);
  return new Host();
}

/** Adds an element to the page, waits for its render, and takes it away after the test. */
export async function mount<E extends LitElement>(element: E, parent: Node = document.body): Promise<E> {
  parent.appendChild(element);
  mounted.push(element);
  await element.updateComplete;
  return element;
}

const mounted: Element[] = [];
afterEach(() => mounted.splice(0).forEach(element => element.remove()));

export const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

export const frames = async (n: number) => {
  while (n--) await new Promise(resolve => requestAnimationFrame(resolve));
};

/** Waits until something is so, for at most 5 s. */
export async function until(isSo: () => unknown, what: string): Promise<void> {
  for (const end = performance.now() + 5_000; !isSo(); await wait(10))
    if (performance.now() > end) throw new Error(`it never came to be that ${what}`);
}
