import { expect } from '@open-wc/testing';
import { addBlankFont } from '../lib/blank-font.js';
import { media, unlikeGoldenPicture, viewport, type Media } from '../lib/browser-commands.js';
import { AUTUMN, frames, mount, STORY_URL } from '../timeline-view/mounted.js';

/** Ways in which a reader may see the story. */
const looks: Record<string, { features: Media; attributes?: Record<string, string> }> = {
  light: { features: { 'prefers-color-scheme': 'light' } },
  dark: { features: { 'prefers-color-scheme': 'dark' } },
  'forced-colours': { features: { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' } },
  arabic: { features: { 'prefers-color-scheme': 'light' }, attributes: { lang: 'ar', dir: 'rtl' } },
};

describe('the story looks as it did when it was looked at, letters apart', () => {
  before(async () => {
    await addBlankFont();
    document.documentElement.style.colorScheme = 'light dark';
    document.body.style.background = 'Canvas';
  });
  after(() => {
    document.documentElement.style.colorScheme = document.body.style.background = '';
  });

  for (const [look, { features, attributes }] of Object.entries(looks))
    for (const width of [360, 768, 1280, 1920])
      it(`${look}, ${width} px`, async () => {
        await media(features);
        await viewport({ width: width + 16, height: width < 480 ? 4000 : 1500 });
        const element = await mount(
          { src: STORY_URL },
          { width, font: 'Blank', attributes: { view: AUTUMN, lang: 'en-GB', ...attributes } },
        );
        if (width < 480) element.layout = 'auto';
        element.selected = 'claim';
        await element.ready;
        await frames(2);
        expect(element.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
        expect(await unlikeGoldenPicture(`pictures/${look}-${width}.png`, element)).to.equal('');
      });
});
