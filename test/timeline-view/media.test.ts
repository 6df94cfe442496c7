import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EventRecord } from '../../src/data/document-shape.js';
import { mediumKind } from '../../src/data/media-type.js';
import { BAD_ADDRESSES } from '../render/hostile-texts.js';
import { find, focused, mount, settled, textOf, until } from './mounted.js';

const PICTURE = '/demo/icon.svg';
const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;

type Media = EventRecord['media'];
const open = (media: Media, settings: Parameters<typeof mount>[0] = {}, width = 900) =>
  mount(
    { events: [{ id: 'a', date: '2025-03-05', title: 'Alpha', media }], selected: 'a', ...settings },
    { width },
  );

describe('mediumKind(medium)', () => {
  it('goes by the word, then by the address; nothing but its word makes a frame', () => {
    const cases: [string | undefined, string, string][] = [
      ['image', 'x', 'image'],
      ['image/png', 'x', 'image'],
      ['Application/PDF', 'x', 'pdf'],
      ['embed', 'https://example.org/v.mp4', 'embed'],
      ['link', 'x.png', 'link'],
      [undefined, 'a/b.JPG?c#d', 'image'],
      [undefined, 'a.webm', 'video'],
      [undefined, 'a.mp3', 'audio'],
      [undefined, 'a.pdf#page=2', 'pdf'],
      ['film', 'https://example.org/page', 'link'],
      ['constructor', 'x', 'link'],
    ];
    for (const [type, src, kind] of cases) expect(mediumKind({ type, src }), `${type} ${src}`).to.equal(kind);
    fc.assert(
      fc.property(fc.string(), fc.string(), (type, src) => {
        if (mediumKind({ type, src }) === 'embed') expect(type.trim().toLowerCase()).to.match(/embed/);
      }),
      { seed: 3 },
    );
  });
});

describe('a picture in the details', () => {
  for (const layout of LAYOUTS)
    it(`has words, caption and credit, sends no referrer, and moves nothing when it comes: ${layout}`, async () => {
      const media = [
        {
          src: PICTURE,
          alt: 'A clock',
          caption: 'The clock of the hall',
          credit: 'By hand',
          width: 400,
          height: 300,
        },
      ];
      const element = await open(media, { layout });
      const image = find<HTMLImageElement>(element, '.medium img')!;
      const { alt, loading, decoding, referrerPolicy, width, height } = image;
      expect({ alt, loading, decoding, referrerPolicy }).to.eql({
        alt: 'A clock',
        loading: 'lazy',
        decoding: 'async',
        referrerPolicy: 'no-referrer',
      });
      expect(width / height).to.be.closeTo(4 / 3, 0.02);
      const before = image.parentElement!.getBoundingClientRect().height;
      expect(before).to.be.greaterThan(100);
      image.scrollIntoView();
      await until(() => image.complete && image.naturalWidth > 0);
      expect(image.parentElement!.getBoundingClientRect().height).to.equal(before);
      expect(textOf(find(element, '.medium figcaption'))).to.equal('The clock of the hall By hand');
    });

  it('keeps the usual room where nothing is said of its size, and no more than there is', async () => {
    const element = await open(
      [{ src: PICTURE, alt: '', width: 3000, height: 100 }, { src: PICTURE }],
      {},
      320,
    );
    const [wide, usual] = [...element.shadowRoot!.querySelectorAll('.medium .frame')].map(frame =>
      frame.getBoundingClientRect(),
    );
    expect(wide!.width).to.be.at.most(320);
    expect(usual!.width / usual!.height).to.be.closeTo(1.5, 0.02);
    const [adorning, untold] = element.shadowRoot!.querySelectorAll<HTMLImageElement>('.medium img');
    expect([adorning!.alt, untold!.alt], 'empty words stay empty').to.eql(['', 'Alpha']);
  });

  it('that does not come leaves its words in its room', async () => {
    const element = await open([
      { type: 'image', src: '/test-data/404', alt: 'A clock', width: 400, height: 300 },
    ]);
    find(element, '.medium')!.scrollIntoView();
    const before = find(element, '.medium .frame')!.getBoundingClientRect().height;
    await until(() => find(element, '.medium .calm'));
    await settled(element);
    expect(textOf(find(element, '.medium .calm')))
      .to.include('A clock')
      .and.to.include('Could not be loaded');
    expect(find(element, '.medium img')).to.equal(null);
    expect(find(element, '.medium .frame')!.getBoundingClientRect().height).to.equal(before);
  });
});

describe('the attribute media', () => {
  const media = [
    { src: PICTURE, alt: 'A clock' },
    { type: 'video', src: '/none.mp4', caption: 'It strikes', poster: PICTURE, captions: '/none.vtt' },
    { type: 'audio', src: '/none.mp3', caption: 'It sounds' },
    { src: '/none.pdf', caption: 'Its plan' },
    { type: 'embed', src: 'https://example.org/clock', caption: 'Its page' },
    { src: 'https://example.org/shop', caption: 'Its shop' },
  ];
  const loading = 'img, video, audio, iframe';
  const loaded = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll(`.medium :is(${loading})`)].map(({ localName }) => localName);

  it('lets pictures and players come at once, what belongs to others not', async () => {
    const element = await open(media);
    expect(element.media).to.equal('load');
    expect(loaded(element)).to.eql(['img', 'img', 'audio']);
    const poster = find<HTMLImageElement>(element, '.poster img')!;
    expect([poster.alt, poster.loading, poster.referrerPolicy]).to.eql(['It strikes', 'lazy', 'no-referrer']);
    expect(poster.src).to.match(/icon\.svg$/);
    find(element, '.poster button')!.click();
    await until(() => focused() === find(element, 'video'));
    expect(loaded(element)).to.eql(['img', 'video', 'audio']);
    const video = find<HTMLVideoElement>(element, 'video')!;
    const { controls, preload, autoplay, ariaLabel } = video;
    expect({ controls, preload, autoplay, ariaLabel }).to.eql({
      controls: true,
      preload: 'none',
      autoplay: false,
      ariaLabel: 'It strikes',
    });
    expect(video.poster, 'a player would say where it is shown').to.equal('');
    expect(video.querySelector('track')!.kind).to.equal('captions');
    const audio = find<HTMLAudioElement>(element, 'audio')!;
    expect([audio.controls, audio.preload, audio.autoplay]).to.eql([true, 'none', false]);
    const links = [...element.shadowRoot!.querySelectorAll('.medium a')].map(textOf);
    expect(links).to.eql(['PDF: Its plan', 'Its shop']);
  });

  it('lets nothing come before a click, and shows what was clicked, in a frame that can do nothing here', async () => {
    const element = await open(media, { media: 'click' });
    expect(loaded(element)).to.eql([]);
    const buttons = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.medium button')];
    expect(buttons().map(textOf)).to.eql([
      'Show the image',
      'Show the video',
      'Show the recording',
      'Load from example.org',
    ]);
    buttons()[0]!.click();
    await until(() => find(element, '.medium img'));
    await until(() => focused() === find(element, '.medium'));
    const medium = focused()!;
    expect(medium.matches(':focus-visible')).to.equal(true);
    const outlines = [medium, medium.firstElementChild!].map(node => getComputedStyle(node).outlineStyle);
    expect(outlines, 'around the medium, not the whole line').to.eql(['none', 'solid']);
    expect(loaded(element)).to.eql(['img']);
    buttons().at(-1)!.click();
    await until(() => find(element, 'iframe'));
    const frame = find<HTMLIFrameElement>(element, 'iframe')!;
    expect([...frame.sandbox].sort()).to.eql(['allow-popups', 'allow-same-origin', 'allow-scripts']);
    expect([frame.referrerPolicy, frame.title]).to.eql(['no-referrer', 'Its page']);
    const own = await open([{ type: 'embed', src: '/demo/icon.svg' }]);
    find(own, '.medium button')!.click();
    await until(() => find(own, 'iframe'));
    expect([...find<HTMLIFrameElement>(own, 'iframe')!.sandbox]).to.not.include('allow-same-origin');
  });

  it('lets no page of our own origin out of its frame, whatever the base of addresses is', async () => {
    const base = document.createElement('base');
    base.href = 'https://example.org/';
    document.head.append(base);
    try {
      const own = await open([{ type: 'embed', src: `${location.origin}${PICTURE}` }]);
      find(own, '.medium button')!.click();
      await until(() => find(own, 'iframe'));
      expect([...find<HTMLIFrameElement>(own, 'iframe')!.sandbox]).to.not.include('allow-same-origin');
    } finally {
      base.remove();
    }
  });

  it('shows the player where no poster came, and tries again what has failed with other data and on line', async () => {
    const src = `${PICTURE}?picture`;
    const poster = `${PICTURE}?poster`;
    const element = await open([{ src }, { type: 'video', src: '/none.mp4', poster }]);
    const fail = () => {
      for (const image of element.shadowRoot!.querySelectorAll('.medium img'))
        image.dispatchEvent(new Event('error'));
    };
    for (const again of [
      () => window.dispatchEvent(new Event('online')),
      async () => {
        element.events = [...element.events!];
        await element.ready;
      },
    ]) {
      expect(loaded(element)).to.eql(['img', 'img']);
      fail();
      await until(() => loaded(element).join() === 'video');
      await again();
      await until(() => find(element, '.medium img'));
      await settled(element);
    }
  });

  it('leaves links alone with none, and is as with a click where the reader saves data', async () => {
    const element = await open(media, { media: 'none' });
    expect(loaded(element)).to.eql([]);
    expect(find(element, '.medium button')).to.equal(null);
    expect([...element.shadowRoot!.querySelectorAll('.medium a')].map(textOf)).to.eql([
      'Image: A clock',
      'Video: It strikes',
      'Recording: It sounds',
      'PDF: Its plan',
      'Page: Its page',
      'Its shop',
    ]);
    const { matchMedia } = window;
    window.matchMedia = query =>
      query.includes('reduced-data') ? ({ matches: true } as MediaQueryList) : matchMedia.call(window, query);
    const saving = await open(media);
    window.matchMedia = matchMedia;
    expect(loaded(saving)).to.eql([]);
    expect(saving.issues).to.eql([]);
    saving.media = 'sometimes';
    await settled(saving);
    expect(saving.issues.map(({ path }) => path)).to.eql(['media']);
  });

  it('takes no address but those of pages, whatever a medium is said to be', async () => {
    for (const type of ['image', 'video', 'audio', 'embed', 'pdf', 'link']) {
      const element = await open(BAD_ADDRESSES.map(src => ({ type, src, poster: src, captions: src })));
      for (const node of element.shadowRoot!.querySelectorAll<HTMLElement>('[src], [href], [poster]'))
        for (const name of ['src', 'href', 'poster'])
          expect(node.getAttribute(name) ?? 'https:', type).to.match(/^(https?|mailto):/);
      element.remove();
    }
  });
});
