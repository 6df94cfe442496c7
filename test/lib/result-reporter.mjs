import { writeFileSync } from 'node:fs';
import path from 'node:path';

const nameOf = file => path.relative(process.cwd(), file);

/**
 * Leaves for run.mjs how many tests passed, failed and were skipped, which failed and why, and how long each file took in
 * each browser.
 */
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
      const failures = [];
      for (const { testResults, errors, browser, testFile } of sessions) {
        const fail = (names, message) => {
          count.failed++;
          failures.push(`${[nameOf(testFile), ...names].join(' › ')} (${browser.name}): ${message}`);
        };
        const visit = ({ tests, suites }, names) => {
          for (const { name, skipped, passed, error } of tests)
            if (skipped || passed) count[skipped ? 'skipped' : 'passed']++;
            else fail([...names, name], error?.message ?? 'no reason told');
          for (const suite of suites) visit(suite, [...names, suite.name]);
        };
        if (testResults) visit(testResults, []);
        // A file that does not load has no tests to count.
        if (errors.length) fail([], errors.map(({ message }) => message).join('; '));
      }
      const times = sessions.map(({ id, browser, testFile }) => ({
        file: nameOf(testFile),
        browser: browser.name,
        seconds: (took.get(id) ?? 0) / 1000,
      }));
      writeFileSync(file, JSON.stringify({ count, failures, times }));
    },
  };
}
