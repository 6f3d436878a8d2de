/** How many tests of a runner passed, failed and were skipped, and the names of the skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
});

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

/** Counts of jest's `--json` output; a suite that could not be loaded counts as one failed test. */
export function jestCounts(result: JestResult): Counts {
  const all = result.testResults.flatMap((suite) => suite.assertionResults);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: all.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  title: string;
  specs?: { title: string; tests: { status: string; projectName: string }[] }[];
  suites?: PlaywrightSuite[];
}
interface PlaywrightResult {
  suites: PlaywrightSuite[];
  errors?: unknown[];
}

/** Counts of Playwright's JSON report; an error outside any test (a failed set-up) counts as one failed test. */
export function playwrightCounts(result: PlaywrightResult): Counts {
  const counts: Counts = { passed: 0, failed: result.errors?.length ?? 0, skipped: [] };
  const visit = (suite: PlaywrightSuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') {
          counts.skipped.push(`${test.projectName}: ${spec.title}`);
        } else if (test.status === 'expected' || test.status === 'flaky') {
          counts.passed += 1;
        } else {
          counts.failed += 1;
        }
      }
    }
    suite.suites?.forEach(visit);
  };
  result.suites.forEach(visit);
  return counts;
}
