import { html, nothing, type TemplateResult } from 'lit';

/** A real heading of the level, held within 1 … 6. */
export function headingTemplate(level: number, content: unknown, id?: string): TemplateResult {
  const name = id ?? nothing;
  // A template has a direction of its own, or parts that have.
  const text = typeof content === 'string' ? html`<bdi>${content}</bdi>` : content;
  switch (Math.min(6, Math.max(1, Math.round(level) || 2))) {
    case 1:
      return html`<h1 id=${name}>${text}</h1>`;
    case 2:
      return html`<h2 id=${name}>${text}</h2>`;
    case 3:
      return html`<h3 id=${name}>${text}</h3>`;
    case 4:
      return html`<h4 id=${name}>${text}</h4>`;
    case 5:
      return html`<h5 id=${name}>${text}</h5>`;
    default:
      return html`<h6 id=${name}>${text}</h6>`;
  }
}
