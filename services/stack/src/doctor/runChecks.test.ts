import { formatResult } from './formatResult';
import { exitCodeOf, runChecks } from './runChecks';
import { testContext } from './testContext';

describe('runChecks', () => {
  it('gives every line that is not well a fix', async () => {
    const results = await runChecks(testContext({ nodeVersion: '18.0.0', freeBytes: () => 0 }));
    const bad = results.filter((result) => result.level !== 'ok');
    expect(bad.length).toBeGreaterThan(3);
    expect(bad.filter((result) => !result.fix)).toEqual([]);
  });

  it('ends with 1 only where something fails', () => {
    expect(exitCodeOf([{ level: 'warn', what: 'a', saw: 'b', fix: 'c' }])).toBe(0);
    expect(exitCodeOf([{ level: 'fail', what: 'a', saw: 'b', fix: 'c' }])).toBe(1);
  });

  it('writes one line for each', () => {
    expect(formatResult({ level: 'fail', what: 'Node', saw: '18', fix: 'Install 20.' })).toBe(
      '✗ Node — 18 — Install 20.'
    );
    expect(formatResult({ level: 'ok', what: 'Node', saw: '20' })).toBe('✓ Node — 20');
  });
});
