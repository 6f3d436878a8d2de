import { add, jestCounts, none, playwrightCounts } from './counts';

describe('counts of test runners', () => {
  it('adds jest’s tests, and a suite that could not be loaded as a failure', () => {
    expect(
      jestCounts({
        numPassedTests: 3,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 1,
        testResults: [
          {
            assertionResults: [
              { fullName: 'a b', status: 'pending' },
              { fullName: 'c', status: 'passed' },
            ],
          },
        ],
      })
    ).toEqual({ passed: 3, failed: 2, skipped: ['a b'] });
  });

  it('adds Playwright’s tests in nested suites, and an error outside any test as a failure', () => {
    const test = (status: string): { title: string; tests: { status: string; projectName: string }[] } => ({
      title: status,
      tests: [{ status, projectName: 'admin' }],
    });
    expect(
      playwrightCounts({
        errors: [{}],
        suites: [
          {
            title: 'f',
            specs: [test('expected')],
            suites: [{ title: 'g', specs: [test('unexpected'), test('skipped')] }],
          },
        ],
      })
    ).toEqual({ passed: 1, failed: 2, skipped: ['admin: skipped'] });
  });

  it('adds runners up', () => {
    expect(add(add(none, { passed: 1, failed: 2, skipped: ['x'] }), { passed: 3, failed: 0, skipped: ['y'] })).toEqual({
      passed: 4,
      failed: 2,
      skipped: ['x', 'y'],
    });
  });
});
