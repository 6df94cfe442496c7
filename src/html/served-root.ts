import { Markup, markup } from './markup.js';
import { SERVED_STYLES } from './served-styles.js';

/** Returns a declarative shadow root that shows what stands in its host. */
export function servedRoot(nonce?: string): Markup {
  const styles = new Markup(SERVED_STYLES);
  const attribute = nonce ? markup` nonce="${nonce}"` : null;
  // eslint-disable-next-line no-restricted-syntax -- its page gives the nonce where it has a policy
  return markup`<template shadowrootmode="open"><style${attribute}>${styles}</style><slot></slot></template>`;
}
