import type { TimelineView } from '../../src/timeline-view.js';
import { find } from './mounted.js';

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The contrast of two colours in bytes. */
export function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** A colour as it is painted over another. */
export function painted(color: string, opacity = 1, under: readonly number[] = [255, 255, 255]): number[] {
  context.globalAlpha = 1;
  context.fillStyle = `rgb(${under.join(' ')})`;
  context.fillRect(0, 0, 1, 1);
  context.globalAlpha = opacity;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** Texts of less than 4.5 : 1, signs and lines that mean something of less than 3 : 1. */
export function faint(element: TimelineView): string[] {
  const paper = painted(getComputedStyle(find(element, '.root')!).backgroundColor);
  const wrong: string[] = [];
  const check = (what: string, color: string, least: number, opacity = 1): void => {
    const found = contrast(painted(color, opacity, paper), paper);
    if (found < least) wrong.push(`${what}: ${found.toFixed(2)}`);
  };
  for (const node of element.shadowRoot!.querySelectorAll<HTMLElement>('.root *')) {
    const hasText = [...node.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim(),
    );
    const style = getComputedStyle(node);
    if ((hasText || node.dataset.text) && !node.closest('[aria-disabled]'))
      check(
        `${node.localName}.${node.getAttribute('class')}`,
        node.closest('svg') ? style.fill : style.color,
        4.5,
      );
  }
  for (const node of element.shadowRoot!.querySelectorAll<SVGElement>('.figure > :not(.halo)')) {
    const { fill, stroke, strokeOpacity, fillOpacity } = getComputedStyle(node);
    const isFilled = node.matches('.fill, .solid');
    if (isFilled) check(`sign ${node.getAttribute('class')}`, fill, 3, Number(fillOpacity));
    else check(`sign ${node.getAttribute('class')}`, stroke, 3, Number(strokeOpacity));
  }
  return wrong;
}
