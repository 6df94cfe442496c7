/**
 * Handles a key in a group of buttons and choices that is one tab stop: ← and → move the focus and wrap around,
 * Home and End go to the ends; from right to left the arrows swap. Which button is the tab stop is
 * the caller's to remember, from `focusin`.
 */
export function handleRovingKey(event: KeyboardEvent, direction: 'ltr' | 'rtl'): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button, select')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const ahead = direction === 'rtl' ? -1 : 1;
  const target = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: -1 }[event.key];
  if (at < 0 || typeof target !== 'number') return;
  event.preventDefault();
  buttons.at(target % buttons.length)?.focus();
}
