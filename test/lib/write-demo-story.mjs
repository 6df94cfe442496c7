// The text that demo/index.html has in its timeline, to be read where no script runs: node test/lib/write-demo-story.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { render } from 'timeline-view/server.js';

const root = new URL('../../', import.meta.url);
export const demoFile = fileURLToPath(new URL('demo/index.html', root));
const TIMELINE = /<timeline-view\s+id="picture"[^]*?<\/timeline-view>/;

/** The page as it should be: its first timeline says what its data do. */
export function demoText() {
  const document = JSON.parse(readFileSync(new URL('data/us-mexico-2025.json', root), 'utf8'));
  const story = render(document, {
    lang: 'en-GB',
    jsonLd: false,
    attributes: { id: 'picture', view: '2025-07-20/2025-11-25' },
  });
  // `id` stands first, as it is found by it.
  const tag = story.trim().replace(/^<timeline-view( lang="[^"]*")( id="picture")/, '<timeline-view$2$1');
  return readFileSync(demoFile, 'utf8').replace(TIMELINE, () => tag);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(demoFile, demoText());
