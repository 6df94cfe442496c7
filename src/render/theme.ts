import { css } from 'lit';

/**
 * The colours and sizes of the element, each with its default in light and in dark. A page sets a
 * `--timeline-*` property on the element or on anything around it; the templates use the `--_*` ones,
 * so that a default never hides what was inherited. Light or dark follows the page's `color-scheme`. No other style sheet
 * has a colour, a font, a size of text or a radius of its own; only paper has sizes in points.
 *
 * | property | default | what it is for |
 * |---|---|---|
 * | `--timeline-ink` | near black / near white | text (≥ 7:1 on paper), axis line |
 * | `--timeline-paper` | white / near black | background of the element, ring around the marks |
 * | `--timeline-muted` | grey | dates, notes, axis texts (≥ 7:1 on paper) |
 * | `--timeline-hairline` | ink, 20 % | lines that separate |
 * | `--timeline-grid` | ink, 8 % | gridlines |
 * | `--timeline-accent` | red | focus and selection; no lane uses it |
 * | `--timeline-color-1` … `-8` | blue, green, brown, violet, sky, rose, olive, slate | lanes (≥ 3:1 on paper, told apart with the common colour deficiencies) |
 * | `--timeline-font` | that of the page | all texts |
 * | `--timeline-small-font` | that of all | dates, notes, lane titles, axis texts, numbers of clusters |
 * | `--timeline-heading-font` | that of all | headings and titles of what is read |
 * | `--timeline-strong-weight` | 600 | dates, lane titles, headings, the selected title |
 * | `--timeline-label-size` | 0.875rem | titles of labels |
 * | `--timeline-small-size` | 0.75rem | dates, notes, lane titles, axis texts |
 * | `--timeline-text-size` | 0.9375 to 1.0625rem, by the width of its container | what is read in details, list and column |
 * | `--timeline-heading-size` | 1.1875 to 1.5rem, likewise | title of the details, dates of the list |
 * | `--timeline-space` | 0.25rem | what all space around texts is a multiple of |
 * | `--timeline-radius` | 3px | corners of boxes, fields and focus rings |
 * | `--timeline-mark-radius` | 12px | corners of signs, rings and pills: 0 makes them square |
 * | `--timeline-height` | 30rem | height of the stage |
 * | `--timeline-sticky-top` | 0px | where dates stick, below what the page has stuck to the top |
 */
export const theme = css`
  :host {
    --_ink: var(--timeline-ink, light-dark(#1c1c26, #ececf1));
    --_paper: var(--timeline-paper, light-dark(#fff, #15171c));
    --_muted: var(--timeline-muted, light-dark(#4d505b, #b2b5c0));
    --_hairline: var(--timeline-hairline, color-mix(in srgb, var(--_ink) 20%, transparent));
    --_grid: var(--timeline-grid, color-mix(in srgb, var(--_ink) 8%, transparent));
    --_accent: var(--timeline-accent, light-dark(#bb2920, #ff7a6b));
    --_color-0: light-dark(#868994, #8b8e99);
    --_color-1: var(--timeline-color-1, light-dark(#2b598c, #6fb8fc));
    --_color-2: var(--timeline-color-2, light-dark(#2f7d5e, #8be3bf));
    --_color-3: var(--timeline-color-3, light-dark(#5a3808, #f3bb70));
    --_color-4: var(--timeline-color-4, light-dark(#7655b7, #a27cee));
    --_color-5: var(--timeline-color-5, light-dark(#2a8cba, #2790b4));
    --_color-6: var(--timeline-color-6, light-dark(#b6678f, #bd5a82));
    --_color-7: var(--timeline-color-7, light-dark(#7b8630, #858015));
    --_color-8: var(--timeline-color-8, light-dark(#3a3f4b, #b7babf));
    --_label-size: var(--timeline-label-size, 0.875rem);
    --_small-size: var(--timeline-small-size, 0.75rem);
    /* Between them: all that is said by and of controls, in lines that are targets with 3 px around. */
    --_control-size: max(0.8125rem, (var(--_label-size) + var(--_small-size)) / 2);
    /* Of their container, where they are used, and of its text as large as the reader wants it. */
    --_text-size: var(--timeline-text-size, clamp(0.9375rem, 0.875rem + 0.25cqi, 1.0625rem));
    --_title-size: calc(var(--_text-size) * 17 / 15);
    --_heading-size: var(--timeline-heading-size, clamp(1.1875rem, 1.0625rem + 0.8cqi, 1.5rem));
    --_strong: var(--timeline-strong-weight, 600);
    --_space: var(--timeline-space, 0.25rem);
    --_radius: var(--timeline-radius, 3px);
    --_corner: var(--timeline-mark-radius, 12px);
    --_height: var(--timeline-height, 30rem);
    /* As high as axis-rows.ts has it. */
    --_axis: calc(20px + var(--_small-size) * 7 / 3);
  }
  /* What was looked for. WebKit 2.50 reads no custom property here. */
  .sought ::highlight(timeline-view-hit) {
    background: light-dark(#ffe28a, #6b5200);
    color: light-dark(#1c1c26, #fff);
  }
  @media (prefers-contrast: more) {
    :host {
      --_ink: light-dark(#000, #fff);
      --_paper: light-dark(#fff, #000);
      --_muted: var(--_ink);
      --_hairline: color-mix(in srgb, var(--_ink) 60%, transparent);
      --_grid: color-mix(in srgb, var(--_ink) 25%, transparent);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_ink: CanvasText;
      --_paper: Canvas;
      --_muted: CanvasText;
      --_hairline: CanvasText;
      --_accent: Highlight;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      --_ink: #000;
      --_paper: #fff;
      --_muted: #333;
      --_hairline: #999;
      --_grid: #ddd;
    }
  }
`;
