import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { find, mount } from './mounted.js';

const events = [
  { date: '2025-03-05', title: 'Alpha', lane: 'one' },
  { date: '2025-06-05', title: 'Beta', lane: 'another' },
];

/** What is in the toolbar, line by line from the top, from the left to the right. */
function linesOf(element: TimelineView): DOMRect[][] {
  const toolbar = find(element, '.toolbar')!;
  const boxes = [...toolbar.querySelectorAll('[data-action]')].map(button => button.getBoundingClientRect());
  const tops = [...new Set(boxes.map(({ y, height }) => Math.round((y + height / 2) / 8)))];
  return tops.map(top => boxes.filter(({ y, height }) => Math.round((y + height / 2) / 8) === top));
}

describe('the toolbar', () => {
  for (const width of [540, 600, 780, 1000, 1200])
    it(`is one line at a width of ${width} px, which ends where the element does`, async () => {
      const element = await mount({ events }, { width });
      const lines = linesOf(element);
      expect(lines).to.have.lengthOf(1);
      const { right } = element.getBoundingClientRect();
      expect(lines[0]!.at(-1)!.right).to.be.closeTo(right, 1);
    });

  for (const width of [320, 360, 480])
    it(`is two lines at a width of ${width} px, from edge to edge`, async () => {
      const element = await mount({ events }, { width });
      const lines = linesOf(element);
      expect(lines).to.have.lengthOf(2);
      const { left, right } = element.getBoundingClientRect();
      for (const line of lines) {
        expect(line.length).to.be.greaterThan(1);
        expect(Math.min(...line.map(box => box.left))).to.be.closeTo(left, 1);
        expect(Math.max(...line.map(box => box.right))).to.be.closeTo(right, 1);
      }
    });

  for (const language of ['de', 'ru', 'fr', 'ar', 'ja'])
    it(`has nothing on a line of its own in ${language}`, async () => {
      for (const width of [360, 540, 600, 780]) {
        const element = await mount({ events }, { width, attributes: { lang: language } });
        for (const line of linesOf(element)) expect(line.length, `${width}`).to.be.greaterThan(1);
      }
    });
});
