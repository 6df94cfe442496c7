import { css } from 'lit';

/** The look of the stage: axis, lanes, marks and their labels. */
export const canvasStyles = css`
  .stage {
    position: relative;
    overflow: clip;
    height: var(--_height);
    /* What lies under the lanes: the axis, and the overview where there is one. */
    --_foot: var(--_axis);
    touch-action: pan-y;
    -webkit-user-select: none;
    user-select: none;
    font-size: var(--_label-size);
    line-height: 1.25;
  }
  .axis,
  .scroller,
  .backdrop,
  .layer,
  .lane {
    position: absolute;
    inset: 0;
  }
  /* What these draw reaches out of their boxes, so that no image lies under a text: its contrast can be checked. */
  .axis,
  .backdrop {
    overflow: visible;
    width: 100%;
    pointer-events: none;
  }
  .axis {
    inset: auto 0 calc(var(--_foot) - 1px);
    height: 1px;
  }
  .backdrop {
    width: 1px;
    height: 1px;
    inset: 0 auto auto 0;
  }
  [dir='rtl'] .backdrop {
    inset: 0 0 auto auto;
  }
  .axis g {
    color: var(--_muted);
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-anchor: start;
  }
  .axis .axis-ticks {
    font-size: var(--_small-size);
  }
  .axis .axis-ticks,
  .lane-label,
  .now,
  .link-word,
  .cluster,
  .label :is(.date, .note),
  .probe-date,
  .probe-note {
    font-family: var(--timeline-small-font, inherit);
  }
  .axis :is(.domain, .larger line) {
    stroke: var(--_ink);
  }
  .axis .units .domain {
    stroke: none;
  }
  .axis .units text {
    paint-order: stroke;
    stroke: var(--_paper);
    stroke-width: 4px;
  }
  .axis .larger {
    color: var(--_ink);
    font-weight: var(--_strong);
  }
  .grid {
    stroke: var(--_grid);
  }
  /* A pointer that rests on it is told its length. */
  .fold,
  .torn {
    pointer-events: auto;
  }
  .axis .fold {
    text-anchor: middle;
    font-style: italic;
  }
  .axis .fold text {
    fill: var(--_muted);
  }
  .axis .cover,
  .torn .gap {
    fill: var(--_paper);
  }
  .axis .sign {
    stroke: var(--_ink);
    fill: none;
  }
  .torn path {
    stroke: var(--_hairline);
    fill: none;
  }
  .axis-ticks:not(.moving) :is(.cut:not(.pinned), .pushed) {
    visibility: hidden;
  }
  .scroller {
    bottom: var(--_foot);
    overflow: hidden auto;
    /* Lanes that begin to scroll must not change the width of the view. */
    scrollbar-width: none;
  }
  /* The word of now has a row of its own, where no label can be under it. */
  .timed .scroller {
    top: calc(var(--_small-size) * 5 / 3);
  }
  .now-layer {
    position: absolute;
    inset: 0 0 var(--_foot);
    pointer-events: none;
  }
  .now {
    position: absolute;
    inset-block: 0;
    width: 0;
    margin: 0;
    border-inline-start: 1px dashed var(--_ink);
    color: var(--_ink);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
    white-space: nowrap;
  }
  .now > span {
    position: absolute;
    inset-inline-start: 0;
    padding-inline: 4px;
    background: var(--_paper);
    translate: -50% 0;
  }
  [dir='rtl'] .now > span {
    translate: 50% 0;
  }
  .now.after > span {
    translate: none;
  }
  .now.before > span {
    inset-inline: auto 0;
    translate: none;
  }
  .canvas {
    position: relative;
    min-height: 100%;
    overflow: clip;
  }
  /* What is transparent lets the pointer through, so that it lies over nothing. */
  .layer {
    pointer-events: none;
  }
  .layer button {
    pointer-events: auto;
  }
  .layer ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .backdrop {
    fill: none;
  }
  [dir='rtl'] :is(.backdrop, .figure) {
    transform: scaleX(-1);
  }
  .weekend {
    fill: var(--_ink);
    fill-opacity: 0.022;
  }
  .wash {
    fill: var(--lane);
    fill-opacity: 0.08;
  }
  .silhouette {
    fill: var(--lane);
    fill-opacity: 0.2;
  }
  .faint {
    fill-opacity: 0.04;
  }
  .doubt {
    stroke: var(--lane);
    stroke-dasharray: 4 4;
    stroke-opacity: 0.5;
  }
  .milestone {
    stroke: var(--lane);
    stroke-opacity: 0.5;
  }
  .chosen {
    stroke: var(--_accent);
    stroke-opacity: 0.75;
  }
  :is(.link, .link-head) {
    stroke: var(--_muted);
    stroke-width: 1.25;
  }
  .link-halo {
    stroke: var(--_paper);
    stroke-width: 4;
  }
  /* Which relation it is, its line says too. */
  .link.against {
    stroke-dasharray: 6 3;
  }
  .link.reason {
    stroke-dasharray: 8 2.5 1.5 2.5;
  }
  .link.part {
    stroke-dasharray: 1.5 2.5;
  }
  .link-word {
    position: absolute;
    top: 0;
    inset-inline-start: 0;
    color: var(--_muted);
    font-size: var(--_small-size);
    font-style: italic;
    line-height: 16px;
    white-space: nowrap;
  }
  /* Hairlines and arcs pass behind them. */
  .link-word,
  .lane-label {
    text-shadow:
      2px 0 var(--_paper),
      -2px 0 var(--_paper),
      0 2px var(--_paper),
      0 -2px var(--_paper);
  }
  /* As generated content it is part of no text. */
  .link-word::before {
    content: attr(data-text);
  }

  .lane {
    pointer-events: none;
  }
  .lane + .lane {
    border-top: 1px solid var(--_hairline);
  }
  /* What stands under all lanes is of none of them. */
  .foot {
    position: absolute;
    inset-inline: 0;
    border-top: 1px solid var(--_hairline);
  }
  .lane + .lane .lane-label {
    margin-top: -1px;
  }
  .lane-label {
    position: relative;
    z-index: 1;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: 8px;
    /* Pills may stand beside it. */
    width: fit-content;
    padding-inline-end: 4px;
    color: var(--_muted);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
    line-height: 1.25;
    text-align: start;
  }
  /* It stays in sight while any of its lane is, over what scrolls away under it. */
  .scrolls .lane-label {
    position: sticky;
    top: 0;
    background: var(--_paper);
  }
  .lane-label::before {
    content: '';
    flex: none;
    height: 1em;
    border-inline-start: 3px solid var(--lane);
  }
  button.lane-label {
    pointer-events: auto;
  }
  button.lane-label:hover {
    color: var(--_ink);
  }
  /* It points down to what it shows, or on to what it hides. */
  button.lane-label::after {
    content: '';
    flex: none;
    box-sizing: border-box;
    width: 7px;
    height: 7px;
    margin-inline: -2px 3px;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-2px) rotate(45deg);
  }
  .collapsed button.lane-label::after {
    transform: translateX(-2px) rotate(-45deg);
  }
  [dir='rtl'] .collapsed button.lane-label::after {
    transform: translateX(2px) rotate(135deg);
  }
  /* No silhouette behind the letters. */
  .shaded .lane-label {
    /* Under the hairline between the lanes. */
    padding-top: 1px;
    background: var(--_paper) content-box;
  }
  .lane-label bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .mark,
  .cluster {
    position: absolute;
    top: 0;
    inset-inline-start: 0;
    box-sizing: border-box;
  }
  .mark:focus-visible,
  .cluster:focus-visible,
  .lane-label:focus-visible {
    z-index: 1;
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: var(--_radius);
    box-shadow: 0 0 0 2px var(--_paper);
  }
  .figure {
    display: inline-block;
    overflow: visible;
    pointer-events: none;
    fill: none;
    stroke-width: 1.5;
  }
  .mark .figure,
  .ring,
  .label {
    position: absolute;
    top: 0;
    inset-inline-start: 0;
  }
  .figure > :is(.outline, .dashed, .stroke, .thin, .tail) {
    stroke: var(--lane);
  }
  .figure > .halo {
    stroke-linejoin: round;
    fill: var(--_paper);
    stroke: var(--_paper);
    stroke-width: 5.5;
  }
  .figure > .dashed {
    stroke-dasharray: 4 2.5;
  }
  .figure > :is(.fill, .solid) {
    fill: var(--lane);
  }
  /* As wide a halo as that of an outline, from the far edge of its pen. */
  .figure > .solid {
    stroke-linejoin: round;
    stroke: var(--_paper);
    stroke-width: 4;
    paint-order: stroke;
  }
  .figure > .gap {
    stroke: var(--_paper);
    stroke-width: 4;
  }
  .figure > .thin {
    stroke-width: 1.25;
  }
  .figure > .tail {
    stroke-dasharray: 5 4;
  }
  .ring {
    box-sizing: border-box;
    border: 2px solid var(--_accent);
    border-radius: calc(var(--_corner) + 4px);
    background: var(--_paper);
  }
  .ring:is(.bracket, .set) {
    border-radius: calc(var(--_radius) + 2px);
  }

  .label {
    display: grid;
    color: var(--_ink);
    font-size: var(--_label-size);
    line-height: 1.25;
    text-align: start;
  }
  /* Arcs run under texts as they run under signs, with paper between. */
  .linked .label {
    text-shadow:
      0 0 2px var(--_paper),
      0 0 2px var(--_paper),
      0 0 3px var(--_paper),
      0 0 3px var(--_paper);
  }
  .label .break {
    font-size: 0;
  }
  .label [data-text] {
    unicode-bidi: isolate;
  }
  .label [data-text]::before {
    content: attr(data-text);
  }
  .label.before {
    text-align: end;
  }
  .line {
    white-space: pre;
  }
  .gap {
    display: inline-block;
    width: 6px;
  }
  :is(.probe-title, .probe-date, .probe-note) {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
  }
  /* In the heaviest weight that a title takes. */
  .probe-title {
    font-size: var(--_label-size);
    font-weight: var(--_strong);
  }
  .label :is(.date, .note),
  .probe-date,
  .probe-note {
    color: var(--_muted);
    font-size: var(--_small-size);
    line-height: 0;
  }
  .label .date,
  .probe-date {
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
  }
  .label .note,
  .probe-note {
    font-style: italic;
  }
  [part~='mark-selected'] .title {
    font-weight: var(--_strong);
  }
  [part~='era'] .title {
    color: var(--_muted);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
  }
  .mark:is([data-status='refuted'], [data-status='retracted']) .title {
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
    /* That of the line would lie over the letters. */
    text-shadow: none;
  }
  /* Behind the last word, where it takes no room. */
  :is(.sample, .entry) .corrected::after,
  .corrected > .line:last-child::after {
    content: '';
    position: absolute;
    bottom: 0.1em;
    width: 4px;
    height: 4px;
    border: solid var(--_muted);
    border-width: 1.5px 0 0 1.5px;
    margin-inline-start: 2px;
    rotate: 45deg;
  }
  /* Between the text and its sign there is no room for it: it hangs under the end of the text. */
  .before.corrected > .line:last-child::after {
    bottom: -0.1em;
    margin-inline-start: -3px;
  }

  .cluster {
    display: flex;
    align-items: center;
    justify-content: center;
    /* A variable in a shorthand is asked for by each of its parts, for every pill and frame of a zoom. */
    border: 1px solid;
    border-color: var(--lane);
    border-radius: var(--_corner);
    background-color: var(--_paper);
    color: var(--_ink);
    font-size: var(--_small-size);
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    white-space: nowrap;
  }
  .cluster:hover {
    background-color: color-mix(in srgb, var(--lane) 12%, var(--_paper));
  }
  /* A collapsed lane shows how dense it is, and how many there are to who points there: a finger can't. */
  @media (forced-colors: none) and (not (pointer: coarse)) {
    .folded:not(:hover, :focus-visible) {
      opacity: 0;
    }
  }
  .cluster.start::before {
    content: '‹ ';
  }
  .cluster.end::after {
    content: ' ›';
  }

  .hint {
    position: absolute;
    inset: 0 0 var(--_foot);
    display: grid;
    place-content: center;
    margin: 0;
    font-size: var(--_label-size);
    pointer-events: none;
    opacity: 0;
    animation: hint 2.4s;
  }
  .hint span {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  @keyframes hint {
    10%,
    75% {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .mark,
    .cluster,
    .sign,
    .lane,
    .backdrop * {
      --lane: CanvasText !important;
    }
    .figure {
      stroke-width: 2;
    }
    .cluster {
      border-width: 2px;
    }
  }
`;
