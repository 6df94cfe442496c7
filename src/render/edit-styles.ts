const editStyles = `
.mark[part~='mark-selected'] { cursor: grab; }
.stage:has(.ghost), .stage:has(.ghost) * { cursor: grabbing; }
.edit-overlay > * { position: absolute; inset-inline-start: 0; top: 0; margin: 0; box-sizing: border-box; }
.handle { pointer-events: auto; cursor: ew-resize; touch-action: pan-y; z-index: 2; }
.handle::before {
  content: ''; position: absolute; top: 4px; bottom: 4px; width: 12px; box-sizing: border-box;
  border: 2px solid var(--_accent); border-radius: var(--_radius); background: var(--_paper);
}
.handle::after { content: ''; position: absolute; top: 8px; bottom: 8px; width: 2px; background: var(--_accent); }
.handle.start.within::after { inset-inline-start: 5px; }
.handle.end.within::after { inset-inline-end: 5px; }
.handle:not(.within)::after { content: none; }
.handle.start.within::before { inset-inline-start: 0; }
.handle.end.within::before { inset-inline-end: 0; }
.handle:not(.within)::before { width: 8px; }
.handle.start:not(.within)::before { inset-inline-end: -3px; }
.handle.end:not(.within)::before { inset-inline-start: -3px; }
.ghost { border: 2px dashed var(--_accent); border-radius: calc(var(--_radius) + 2px); pointer-events: none; z-index: 3;
  background: color-mix(in srgb, var(--_accent) 8%, transparent); }
.ghost.refused { border-style: dotted; border-color: var(--_muted); }
.edit-overlay > .ghost-words { inset-inline-start: auto; width: max-content; padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2); border-radius: var(--_radius);
  background: var(--_ink); color: var(--_paper); font-size: var(--_small-size); line-height: 20px;
  pointer-events: none; z-index: 4; }
.editor { margin-block: calc(var(--_space) * 4); padding: calc(var(--_space) * 4) 0; border-block-start: 2px solid var(--_accent);
  border-block-end: 1px solid var(--_hairline);
  display: grid; gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
.editor p { margin: 0; }
.edit-heading, [data-field='title'], [data-field='summary'], .editor > .edit-buttons, .question > p { grid-column: 1 / -1; }
.edit-heading { font-weight: var(--_strong); }
.field label { display: block; margin-block-end: var(--_space); font-size: var(--_small-size); font-weight: var(--_strong); color: var(--_muted); }
.field :is(input, select, textarea) { box-sizing: border-box; width: 100%; min-height: 32px; padding: var(--_space) calc(var(--_space) * 2);
  border: 1px solid var(--_muted); border-radius: var(--_radius); background: var(--_paper); color: var(--_ink);
  font: inherit; }
.field textarea { resize: vertical; }
.field :is(input, select, textarea):focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
.field [aria-invalid] { border-width: 2px; border-color: var(--_accent); }
.field :is(.fault, .reading) { min-height: 1.25em; font-size: var(--_small-size); line-height: 1.5; color: var(--_muted); }
.editor .fault { color: var(--_accent); }
.edit-buttons { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 2); margin: calc(var(--_space) * 3) 0 0; }
.edit-buttons button { min-height: 32px; padding: var(--_space) calc(var(--_space) * 3.5); border: 1px solid var(--_muted); border-radius: var(--_radius); }
.edit-buttons .main { background: var(--_ink); border-color: var(--_ink); color: var(--_paper); }
.tools button { font-size: var(--_small-size); min-height: 28px; padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2.5); }
@media (forced-colors: active) {
  .handle::before { border-color: Highlight; }
  .edit-buttons button { border-color: ButtonText; }
}
@media print { .edit-overlay, .editor, .tools { display: none; } }
`;

/** How editing looks, for all timelines of a page. */
export const editSheet = new CSSStyleSheet();
editSheet.replaceSync(editStyles);
