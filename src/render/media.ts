import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MediaMode } from '../data/media-mode.js';
import { mediumKind, type MediumKind } from '../data/media-type.js';
import type { Medium, TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { linkTemplate } from './link.js';
import { px } from './place.js';
import { safeUrl } from './safe-url.js';

/** What has been asked for and what has failed, by address. */
export interface MediaState {
  readonly mode: MediaMode;
  isShown(address: string): boolean;
  hasFailed(address: string): boolean;
  /** The reader asks for it. */
  show(address: string): void;
  /** The reader asks for it to be shown, and to play. */
  play(address: string): void;
  fail(address: string): void;
}

/** Px that a picture is high at the most, and what it is taken for where nothing is said of its size. */
const TALLEST = 420;
const USUAL = { width: 720, height: 480 };

/** A medium whose address a page may go to. */
interface Shown {
  readonly medium: Medium;
  readonly kind: MediumKind;
  readonly address: string;
  /** What it shows, in words; empty where it only adorns. */
  readonly words: string;
}

/**
 * Pictures, films, sounds and pages of an event, each with caption and credit. Nothing moves when they come: their room is kept.
 * Each has nodes of its own: a frame that goes to another page would be a step in the history of the browser.
 */
export function mediaTemplate(event: TimelineEvent, context: FrameContext): unknown {
  const { media, title } = event;
  return media.length
    ? repeat(
        media,
        ({ src }, i) => `${i} ${src}`,
        medium => figureTemplate(medium, title, context),
      )
    : nothing;
}

function figureTemplate(medium: Medium, title: string, context: FrameContext): TemplateResult {
  const { src, alt, caption, credit } = medium;
  const kind = mediumKind(medium);
  const address = safeUrl(src, context.base, kind === 'pdf' || kind === 'link' ? 'link' : 'image');
  const isLink = address === null || isLinked(kind, context);
  const words = alt ?? caption ?? title;
  // A link has the caption for its text.
  const beneath = isLink ? undefined : caption;
  return html`<figure part="medium" class="medium" data-medium=${address ?? nothing} tabindex="-1">
    ${isLink ? linkTo(medium, kind, context) : bodyTemplate({ medium, kind, address, words }, context)}
    ${
      beneath || credit
        ? html`<figcaption>
            ${beneath ? html`<bdi>${beneath}</bdi>` : nothing}
            ${credit ? html`<bdi class="credit">${credit}</bdi>` : nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
}

const isLinked = (kind: MediumKind, { media }: FrameContext): boolean =>
  kind === 'pdf' || kind === 'link' || media.mode === 'none';

/** A line that leads there: what it is, and in words what it shows. */
function linkTo(
  { src, alt, caption }: Medium,
  kind: MediumKind,
  { language, base }: FrameContext,
): TemplateResult {
  const text = caption || alt || src;
  const word = kind === 'link' ? '' : language.say(`medium-${kind}`);
  return html`<p>
    ${linkTemplate(word ? language.say('colon', { head: word, rest: text }) : text, src, base)}
  </p>`;
}

function bodyTemplate(shown: Shown, context: FrameContext): TemplateResult {
  const { kind, address } = shown;
  const { media } = context;
  if (media.hasFailed(address)) return failedTemplate(shown, context);
  // Somebody else's page learns of a reader who asked for it, and of nobody else.
  const isAsked = media.isShown(address) || (media.mode === 'load' && kind !== 'embed');
  if (!isAsked) return promptTemplate(shown, context);
  if (kind === 'image') return imageTemplate(shown, context);
  const poster = kind === 'video' && !media.isShown(address) ? posterOf(shown, context) : null;
  return poster === null ? playerTemplate(shown, context) : posterTemplate(shown, poster, context);
}

/** Where a medium will be: what it shows, and a button that loads it. */
function promptTemplate({ kind, address, medium }: Shown, { media, language }: FrameContext): TemplateResult {
  const { host } = new URL(address);
  return html`<div class="frame calm" .style=${sized(medium, kind)}>
    ${medium.alt ? html`<p dir="auto">${medium.alt}</p>` : nothing}
    <button part="button" type="button" class="text-button" @click=${() => media.show(address)}>
      ${kind === 'embed' ? language.say('loadFrom', { host }) : language.say(`showMedium-${kind as 'image'}`)}
    </button>
  </div>`;
}

/** What stands where nothing came: what it would show. */
function failedTemplate(shown: Shown, context: FrameContext): TemplateResult {
  const { medium, kind, address } = shown;
  return html`<div class="frame calm" .style=${sized(medium, kind)}>
    ${medium.alt ? html`<p dir="auto">${medium.alt}</p>` : nothing}
    <p class="aside">${linkTemplate(context.language.say('mediumFailed'), address, context.base)}</p>
  </div>`;
}

function imageTemplate({ medium, address, words }: Shown, { media }: FrameContext): TemplateResult {
  const { width, height } = medium;
  return html`<div class="frame" .style=${sized(medium, 'image')}>
    <img
      alt=${words}
      width=${width || nothing}
      height=${height || nothing}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      src=${address}
      @error=${() => media.fail(address)}
    />
  </div>`;
}

/** The address of the picture that stands for a film; null where there is none, or none came. */
function posterOf({ medium }: Shown, { base, media }: FrameContext): string | null {
  const poster = safeUrl(medium.poster, base, 'image');
  return poster !== null && media.hasFailed(poster) ? null : poster;
}

/** A film until it is asked for: as a picture, which unlike a player's own need not tell whoever sends it where it is shown. */
function posterTemplate(
  { medium, address, words }: Shown,
  poster: string,
  { media, language }: FrameContext,
): TemplateResult {
  return html`<div class="frame poster" .style=${sized(medium, 'video')}>
    <img
      alt=${words}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      src=${poster}
      @error=${() => media.fail(poster)}
    />
    <button part="button" type="button" class="text-button" @click=${() => media.play(address)}>
      ${language.say('showMedium-video')}
    </button>
  </div>`;
}

function playerTemplate(shown: Shown, context: FrameContext): TemplateResult {
  const { kind, address, medium, words } = shown;
  const { media, base, language } = context;
  const fail = (): void => media.fail(address);
  const label = words || language.say(`medium-${kind as 'video'}`);
  if (kind === 'audio')
    return html`<audio controls preload="none" aria-label=${label} src=${address} @error=${fail}></audio>`;
  if (kind === 'embed') return embedTemplate(shown, context);
  const captions = safeUrl(medium.captions, base, 'image');
  const isForeign = captions !== null && new URL(captions).origin !== globalThis.origin;
  return html`<div class="frame" .style=${sized(medium, kind)}>
    <video
      controls
      playsinline
      preload="none"
      crossorigin=${isForeign ? 'anonymous' : nothing}
      aria-label=${label}
      src=${address}
      @error=${fail}
    >
      ${captions ? html`<track kind="captions" default src=${captions} srclang=${language.locale} />` : nothing}
    </video>
  </div>`;
}

/** Somebody else's page in a frame that may do nothing to this one; below it the way there, for where a policy keeps the frame empty. */
function embedTemplate({ medium, address, words }: Shown, { base }: FrameContext): TemplateResult {
  const { host, origin } = new URL(address);
  // One of the page's own origin, wherever its addresses are read from, could take its sandbox off.
  const sandbox = `allow-scripts allow-popups${origin === globalThis.origin ? '' : ' allow-same-origin'}`;
  return html`<div class="frame" .style=${sized(medium, 'embed')}>
      <iframe
        title=${words || host}
        sandbox=${sandbox}
        allow="fullscreen"
        loading="lazy"
        referrerpolicy="no-referrer"
        src=${address}
      ></iframe>
    </div>
    <p class="aside">${linkTemplate(host, address, base)}</p>`;
}

/** The room of a medium, as wide as it is and as wide as there is, before any of it is there. */
function sized({ width = 0, height = 0 }: Medium, kind: MediumKind): string {
  if (kind === 'audio') return '';
  const { width: w, height: h } = width > 0 && height > 0 ? { width, height } : USUAL;
  return `aspect-ratio:${px(w)}/${px(h)};inline-size:min(100%,${px(Math.min(w, (TALLEST * w) / h))}px)`;
}
