import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Worker } from 'node:worker_threads';

it('core.js reads every format in a module worker', async () => {
  const texts = {
    'a.json': '[{ "title": "A", "date": "2025" }]',
    'a.jsonl': '{ "title": "A", "date": "2025" }\n{ "title": "B" }',
    'a.csv': 'title,date\nA,2025\n',
    'timelinejs.json': '{ "events": [{ "start_date": { "year": "2025" }, "text": { "headline": "A" } }] }',
    'vis.json': '[{ "id": 1, "content": "A", "start": "2025-01-01" }]',
    'a.jsonld': '{ "@context": "https://schema.org", "@type": "Event", "name": "A", "startDate": "2025" }',
    'a.ics':
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20250101\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n',
    'a.html': '<ol><li><time datetime="2025">2025</time> A</li></ol>',
    'a.mw': '2025: A\n',
  };
  const core = import.meta.resolve('timeline-view/core.js');
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    const { parseTimeline } = await import(workerData.core);
    for (const [fileName, text] of Object.entries(workerData.texts)) {
      const { document } = await parseTimeline(text, { fileName });
      parentPort.postMessage([fileName, document.events[0]?.title, document.events[0]?.span?.kind]);
    }`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { core, texts },
  });
  const answers = [];
  worker.on('message', answer => answers.push(answer));
  await new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
  assert.deepEqual(
    answers,
    Object.keys(texts).map(fileName => [fileName, 'A', 'within']),
  );
});
