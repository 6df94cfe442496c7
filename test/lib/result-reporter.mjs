import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Leaves for run.mjs how many tests passed, failed and were skipped, and how long each file took in each browser. */
export function resultReporter(file) {
  const began = new Map();
  const took = new Map();
  return {
    start({ sessions }) {
      sessions.on('session-status-updated', ({ id, status }) => {
        if (status === 'TEST_STARTED') began.set(id, Date.now());
        if (status === 'TEST_FINISHED') took.set(id, Date.now() - began.get(id));
      });
    },
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      const visit = suite => {
        for (const test of suite.tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(visit);
      };
      for (const session of sessions) {
        if (session.testResults) visit(session.testResults);
        // A file that does not load has no tests to count.
        if (session.errors.length) count.failed++;
      }
      const times = sessions.map(({ id, browser, testFile }) => ({
        file: path.relative(process.cwd(), testFile),
        browser: browser.name,
        seconds: (took.get(id) ?? 0) / 1000,
      }));
      writeFileSync(file, JSON.stringify({ count, times }));
    },
  };
}
