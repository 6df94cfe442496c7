// Serves pages of the repository for guarded-page.ts: ?guard adds a script that notes every console message,
// error, failed request and policy violation; ?guard=csp also sends the content security policy that the element
// promises to run under, with nonces in the page's own tags; &frames lets it show pages of its own origin in frames.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const policy = (nonce, frames) =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src 'self'`,
    `img-src 'self'`,
    `media-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
    ...(frames ? [`frame-src 'self'`] : []),
  ].join('; ');

/** Runs in the page, before anything else. */
function guard() {
  const notes = (window.guardNotes = []);
  const note = text => notes.push(text);
  for (const kind of ['debug', 'log', 'info', 'warn', 'error', 'trace'])
    console[kind] = (...args) => note(`console.${kind}: ${args.map(String).join(' ')}`);
  addEventListener(
    'error',
    event =>
      note(event.message ? `error: ${event.message}` : `failed: ${event.target.src ?? event.target.href}`),
    true,
  );
  addEventListener('unhandledrejection', event => note(`unhandled: ${event.reason}`));
  addEventListener('securitypolicyviolation', event =>
    note(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
  const policies = (window.guardPolicies = []);
  const { trustedTypes } = window;
  if (trustedTypes) {
    const createPolicy = trustedTypes.createPolicy.bind(trustedTypes);
    TrustedTypePolicyFactory.prototype.createPolicy = (name, rules) => {
      policies.push(name);
      return createPolicy(name, rules);
    };
  }
  const fetchThere = window.fetch;
  window.fetch = async (...args) => {
    try {
      const response = await fetchThere(...args);
      if (!response.ok) note(`failed: ${response.status} ${response.url}`);
      return response;
    } catch (error) {
      note(`failed: ${args[0]?.url ?? args[0]} ${error}`);
      throw error;
    }
  };
}

export const serveGuardedPages = root => async (ctx, next) => {
  if (!('guard' in ctx.query)) return next();
  const file = path.join(root, decodeURIComponent(ctx.path), ctx.path.endsWith('/') ? 'index.html' : '');
  if (!file.startsWith(root) || !file.endsWith('.html')) return next();
  const nonce = randomBytes(16).toString('base64');
  const html = await readFile(file, 'utf8');
  ctx.type = 'text/html';
  ctx.set('cache-control', 'no-store');
  if (ctx.query.guard === 'csp') ctx.set('content-security-policy', policy(nonce, 'frames' in ctx.query));
  ctx.body = html
    .replace(/<head>/i, () => `<head><script>(${guard})()</script>`)
    .replace(/<(script|style|link)(?=[\s>])/gi, `<$1 nonce="${nonce}"`);
};
