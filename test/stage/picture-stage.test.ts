import { expect } from '@open-wc/testing';
import type { FontController } from '../../src/controllers/fonts.js';
import type { ViewController } from '../../src/controllers/view.js';
import { languageFor } from '../../src/language/language.js';
import { PictureStage } from '../../src/stage/picture-stage.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { layoutOf, randomRecords } from '../layout/sample.js';
import { until } from '../timeline-view/mounted.js';

const english = languageFor('en');
const { source, layout } = layoutOf(randomRecords(300, 7), 800, 300);
const { home } = layout.input;

/** A stage over a view that a test moves as it likes. */
function staged() {
  const view = { current: home, anchor: home, whole: home, moving: false };
  const root = document.createElement('div');
  const axis = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  axis.setAttribute('class', 'axis-ticks');
  root.append(axis);
  let asked = 0;
  const stage = new PictureStage({
    view: view as unknown as ViewController,
    fonts: { measure: (text: string) => 7 * text.length } as unknown as FontController,
    root: () => root,
    language: () => english,
    changed: () => asked++,
  });
  stage.resize({ width: 800, height: 300 });
  const draw = (): boolean => {
    stage.draw({
      source,
      criteria: null,
      lanes: '',
      timeZone: 'UTC',
      weekNumbers: false,
      zero: null,
      asleep: false,
      selected: null,
      focused: null,
      focusedKey: null,
      matches: null,
    });
    stage.finish(300);
    return stage.narrow;
  };
  return { view, stage, draw, asked: () => asked };
}

const closer = (by: number): TimeSpan => ({
  start: home.start,
  end: home.start + (home.end - home.start) / by,
});

describe('PictureStage', () => {
  it('draws little ahead from frame to frame of a zoom, whoever asks between two, until none follows', async () => {
    const { view, stage, draw, asked } = staged();
    expect(draw()).to.equal(false);
    const wide = stage.picture!.scene.ahead;
    Object.assign(view, { moving: true, current: closer(1.3) });
    expect(draw()).to.equal(true);
    expect(stage.picture!.scene.ahead).to.be.lessThan(wide);
    expect(draw(), 'asked for by something else').to.equal(true);
    const before = asked();
    await until(() => asked() > before);
    expect(draw(), 'resting').to.equal(false);
    expect(stage.picture!.scene.ahead).to.equal(wide);
  });

  it('opens two octaves closer, or at rest; merges at once', () => {
    const { view, stage, draw } = staged();
    const levelAt = (by: number, moving = true): number => {
      Object.assign(view, { moving, current: closer(by) });
      draw();
      return stage.picture!.scene.level;
    };
    expect(levelAt(1, false)).to.equal(0);
    expect([1.5, 2.1, 3.9].map(by => levelAt(by))).to.deep.equal([0, 0, 0]);
    expect(levelAt(3.9, false)).to.equal(3);
    expect([5, 7.9, 12].map(by => levelAt(by))).to.deep.equal([3, 3, 7]);
    expect([11, 6, 1.01].map(by => levelAt(by))).to.deep.equal([6, 5, 0]);
  });
});
